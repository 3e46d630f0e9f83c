package cn.yigongti.org.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import cn.yigongti.org.calendar.Today;
import cn.yigongti.platform.cache.Cache;
import cn.yigongti.platform.cache.Caches;
import cn.yigongti.platform.caller.Caller;

import org.springframework.stereotype.Component;

/**
 * The register of today by id: what other services ask for all the time, and therefore
 * cached. What is cached is the same for all callers; how far one reaches is judged each
 * time, on what the organization is today.
 */
@Component
public class RegisterOfToday {

	/** As the database orders them, which takes the bytes of an id without a sign. */
	private static final Comparator<RegisteredOrganization> BY_ID = Comparator
		.comparing((organization) -> organization.id().toString());

	private final Register register;

	private final Cache<RegisteredOrganization> cache;

	private final Today today;

	RegisterOfToday(Register register, Caches caches, Today today) {
		this.register = register;
		this.cache = caches.create("organization", RegisteredOrganization.class);
		this.today = today;
	}

	/** An organization the caller may see. */
	public Optional<RegisteredOrganization> find(Caller caller, UUID id) {
		LocalDate date = this.today.date();
		return this.cache.get(key(id, date), () -> this.register.readAll(List.of(id), date).stream().findFirst())
			.flatMap((organization) -> visible(caller, organization));
	}

	private Optional<RegisteredOrganization> visible(Caller caller, RegisteredOrganization organization) {
		if (Reach.reads(caller, organization)) {
			return Optional.of(organization);
		}
		return Reach.mayReadUnclaimed(caller, organization) ? this.register.find(caller, organization.id(), null)
				: Optional.empty();
	}

	/** Those of these organizations that the caller may see. */
	public List<RegisteredOrganization> lookUp(Caller caller, Collection<UUID> ids) {
		LocalDate date = this.today.date();
		Map<String, UUID> keys = ids.stream().collect(Collectors.toMap((id) -> key(id, date), (id) -> id, (a, b) -> a));
		List<RegisteredOrganization> visible = new ArrayList<>();
		List<UUID> perhaps = new ArrayList<>();
		this.cache.getAll(keys.keySet(), (missing) -> load(missing.stream().map(keys::get).toList(), date))
			.forEach((_, organization) -> {
				if (Reach.reads(caller, organization)) {
					visible.add(organization);
				}
				else if (Reach.mayReadUnclaimed(caller, organization)) {
					perhaps.add(organization.id());
				}
			});
		visible.addAll(this.register.lookUp(caller, perhaps));
		visible.sort(BY_ID);
		return visible;
	}

	private Map<String, RegisteredOrganization> load(List<UUID> ids, LocalDate date) {
		return this.register.readAll(ids, date)
			.stream()
			.collect(Collectors.toMap((organization) -> key(organization.id(), date), (organization) -> organization));
	}

	private static String key(UUID id, LocalDate date) {
		return id + ":" + date;
	}

}
