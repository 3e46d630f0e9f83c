package cn.yigongti.iam.grant;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import cn.yigongti.iam.directory.Consortium;
import cn.yigongti.iam.directory.Directory;
import cn.yigongti.iam.directory.Organization;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.DataScope;
import cn.yigongti.platform.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** How far scopes reach, and whether one reaches as far as another. */
@Component
class Reach {

	/** GB/T 2260: province, prefecture, county, township, village. */
	private static final Pattern DIVISION = Pattern.compile("\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}");

	private final Directory directory;

	Reach(Directory directory) {
		this.directory = directory;
	}

	/**
	 * The scope id in its one spelling.
	 * @throws InvalidInput when it is missing, superfluous, or names nothing there is
	 */
	@Nullable String normalised(Assignment assignment, String pointer) {
		String given = assignment.scopeId();
		return switch (assignment.scope()) {
			case ALL -> {
				if (given != null) {
					throw new InvalidInput(pointer, "scope-id-superfluous");
				}
				yield null;
			}
			case ORGANIZATION -> {
				UUID id = uuid(given, pointer);
				yield existing(this.directory.organization(id).map(Organization::id), pointer).toString();
			}
			case CONSORTIUM -> {
				UUID id = uuid(given, pointer);
				yield existing(this.directory.consortium(id).map(Consortium::id), pointer).toString();
			}
			case REGION -> {
				if (given == null || !DIVISION.matcher(given).matches()) {
					throw new InvalidInput(pointer, "division-prefix");
				}
				yield given;
			}
		};
	}

	/**
	 * Whether the caller holds every permission of the role, and each as far as the role
	 * is held. What else the caller holds in some other scope doesn't count.
	 */
	boolean isWithin(Caller caller, HeldRole held) {
		return held.role().permissions().stream().map(caller::scopeOf).distinct().allMatch((own) -> covers(own, held));
	}

	/** Whether this permission of the caller's reaches as far as the role is held. */
	boolean isWithin(Caller caller, String permission, HeldRole held) {
		return covers(caller.scopeOf(permission), held);
	}

	private boolean covers(DataScope own, HeldRole given) {
		if (own.all()) {
			return true;
		}
		String id = given.scopeId();
		return switch (given.scope()) {
			case ALL -> false;
			case REGION -> own.coversRegion(String.valueOf(id));
			case CONSORTIUM -> coversConsortium(own, UUID.fromString(String.valueOf(id)));
			case ORGANIZATION -> coversOrganization(own, UUID.fromString(String.valueOf(id)));
		};
	}

	private boolean coversConsortium(DataScope own, UUID id) {
		return own.consortia().contains(id) || (!own.regions().isEmpty() && this.directory.consortium(id)
			.filter((consortium) -> own.coversRegion(consortium.regionCode()))
			.isPresent());
	}

	private boolean coversOrganization(DataScope own, UUID id) {
		return own.organizations().contains(id) || this.directory.organization(id)
			.filter((organization) -> own.covers(id, organization.consortiumId(), organization.regionCode()))
			.isPresent();
	}

	private static UUID uuid(@Nullable String given, String pointer) {
		try {
			if (given == null) {
				throw new InvalidInput(pointer, "required");
			}
			return UUID.fromString(given);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidInput(pointer, "unknown-scope");
		}
	}

	private static UUID existing(Optional<UUID> id, String pointer) {
		return id.orElseThrow(() -> new InvalidInput(pointer, "unknown-scope"));
	}

}
