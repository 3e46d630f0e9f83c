package cn.yigongti.org.systemconfig;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import cn.yigongti.org.calendar.Today;
import cn.yigongti.platform.cache.Cache;
import cn.yigongti.platform.cache.Caches;
import cn.yigongti.platform.caller.Caller;

import org.springframework.stereotype.Component;

/**
 * The effective configuration of an organization, which every screen of its staff asks
 * for, and which is therefore cached. What is cached is the same for all callers; how far
 * one reaches is judged each time.
 */
@Component
public class ConfigurationsOfToday {

	private final Configurations configurations;

	private final Cache<ConfiguredOrganization> cache;

	private final Today today;

	ConfigurationsOfToday(Configurations configurations, Caches caches, Today today) {
		this.configurations = configurations;
		this.cache = caches.create("system_config", ConfiguredOrganization.class);
		this.today = today;
	}

	/** The one of an organization the caller may see. */
	public Optional<EffectiveConfiguration> find(Caller caller, UUID organizationId) {
		LocalDate date = this.today.date();
		return this.cache.get(organizationId + ":" + date, () -> this.configurations.read(organizationId, date))
			.filter((organization) -> organization.isWithin(caller.scopeOf(Configurations.READ)))
			.map(ConfiguredOrganization::configuration);
	}

}
