package cn.yigongti.consultation.directory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import cn.yigongti.platform.remote.RemoteProblem;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Asks the owners over Feign and keeps what was found for {@link #KEPT}, so that an
 * import of thousands of consultations asks for a hospital once and a change there is
 * known here within that time. What was not found is not kept.
 */
@Component
class RemoteDirectory implements Directory {

	private static final Duration KEPT = Duration.ofSeconds(20);

	private static final int MEMBERS_A_PAGE = 200;

	private final OrgServiceClient organizations;

	private final IamServiceClient users;

	private final Cache<UUID, Organization> organizationsById = cache();

	private final Cache<UUID, Doctor> doctorsById = cache();

	private final Cache<UUID, Presence> presencesById = cache();

	RemoteDirectory(OrgServiceClient organizations, IamServiceClient users) {
		this.organizations = organizations;
		this.users = users;
	}

	@Override
	public Optional<Organization> organization(UUID id) {
		return find(this.organizationsById, id, this.organizations::organization);
	}

	@Override
	public Optional<Doctor> doctor(UUID id) {
		return find(this.doctorsById, id, this.users::user);
	}

	@Override
	public Optional<Presence> presenceOf(UUID doctorId) {
		return find(this.presencesById, doctorId, this.users::presence);
	}

	@Override
	public List<Organization> members(UUID consortiumId) {
		List<Organization> members = new ArrayList<>();
		String cursor = null;
		do {
			OrgServiceClient.Members page = this.organizations.members(consortiumId, MEMBERS_A_PAGE, cursor);
			page.items()
				.forEach((member) -> members.add(new Organization(member.organizationId(), member.name(), member.tier(),
						member.regionCode(), member.status(), consortiumId, null)));
			cursor = page.nextCursor();
		}
		while (cursor != null);
		return members;
	}

	private static <T> Optional<T> find(Cache<UUID, T> cache, UUID id, Function<UUID, T> remote) {
		@Nullable T known = cache.getIfPresent(id);
		if (known != null) {
			return Optional.of(known);
		}
		try {
			T found = remote.apply(id);
			cache.put(id, found);
			return Optional.of(found);
		}
		catch (RemoteProblem ex) {
			if (ex.isNotFound()) {
				return Optional.empty();
			}
			throw ex;
		}
	}

	private static <T> Cache<UUID, T> cache() {
		return Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(2_000).build();
	}

}
