package cn.yigongti.platform.caller;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Who makes the request, as its access token says.
 *
 * @param subject user id, client id of a machine or service, or reference of a resident
 * (see {@link cn.yigongti.platform.resident.ResidentReferences})
 * @param organizationId the caller's own organization; services have none
 * @param consortiumId the consortium that organization is in, if any
 * @param regionCode division code of that organization
 * @param platformAccess whether any role lets this caller in at all
 */
public record Caller(String subject, Kind kind, @Nullable UUID organizationId, @Nullable UUID consortiumId,
		@Nullable String regionCode, boolean platformAccess, List<Grant> grants) {

	public enum Kind {

		/** A person, signed in. */
		USER,
		/** A machine client of a hospital. */
		CLIENT,
		/** One of our own services. */
		SERVICE,
		/** A resident on a mobile phone. */
		RESIDENT

	}

	public Caller {
		grants = List.copyOf(grants);
	}

	public Caller(String subject, Kind kind, @Nullable UUID organizationId, @Nullable UUID consortiumId,
			boolean platformAccess, List<Grant> grants) {
		this(subject, kind, organizationId, consortiumId, null, platformAccess, grants);
	}

	public boolean may(String permission) {
		return this.platformAccess && this.grants.stream().anyMatch((grant) -> grant.allows(permission));
	}

	/** Every permission this caller holds, in whatever scope. */
	public Set<String> permissions() {
		return this.grants.stream()
			.flatMap((grant) -> grant.permissions().stream())
			.collect(Collectors.toUnmodifiableSet());
	}

	/** Which data this permission reaches; empty when it is not held. */
	public DataScope scopeOf(String permission) {
		return may(permission) ? DataScope.of(this.grants.stream().filter((grant) -> grant.allows(permission)).toList())
				: DataScope.NOTHING;
	}

	public boolean isUser() {
		return this.kind == Kind.USER;
	}

	/**
	 * The user's id.
	 * @throws IllegalStateException when the caller is no person
	 */
	public UUID userId() {
		if (this.kind != Kind.USER) {
			throw new IllegalStateException("caller is no user but a " + this.kind);
		}
		return UUID.fromString(this.subject);
	}

	public boolean belongsTo(UUID organization) {
		return Objects.equals(this.organizationId, organization);
	}

}
