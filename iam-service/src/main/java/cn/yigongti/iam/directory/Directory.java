package cn.yigongti.iam.directory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import cn.yigongti.iam.directory.OrgService.ConsortiumAnswer;
import cn.yigongti.iam.directory.OrgService.OrganizationAnswer;
import cn.yigongti.iam.directory.OrgService.OrganizationsAnswer;
import cn.yigongti.iam.directory.OrgService.SystemConfigsAnswer;
import cn.yigongti.platform.remote.DependencyUnavailable;
import cn.yigongti.platform.remote.RemoteProblem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Organizations and consortia, as org-service knows them. Sign-in must not depend on
 * org-service being up, so its last answers are kept and stand in for it.
 */
@Service
public class Directory {

	private static final Logger log = LoggerFactory.getLogger(Directory.class);

	/** How old an answer may be before org-service is asked again. */
	private static final Duration FRESH = Duration.ofSeconds(30);

	private static final int PAGE = 200;

	private final OrgService orgService;

	private final KnownOrganizations known;

	private final Clock clock;

	Directory(OrgService orgService, KnownOrganizations known, Clock clock) {
		this.orgService = orgService;
		this.known = known;
		this.clock = clock;
	}

	/**
	 * The organization as it is now or, while org-service can't be asked, as it was last
	 * known.
	 */
	public Optional<Organization> organization(UUID id) {
		return this.known.findYounger(id, FRESH).or(() -> ask(id)).or(() -> this.known.find(id));
	}

	/**
	 * The consortium, or nothing when there is none with this id.
	 * @throws DependencyUnavailable when org-service can't be asked
	 */
	public Optional<Consortium> consortium(UUID id) {
		try {
			ConsortiumAnswer answer = this.orgService.consortium(id);
			return Optional.of(new Consortium(answer.id(), answer.name(), answer.regionCode()));
		}
		catch (RemoteProblem ex) {
			if (ex.isNotFound()) {
				return Optional.empty();
			}
			throw new DependencyUnavailable("org-service", ex);
		}
	}

	/**
	 * All organizations as they are now or, while org-service can't be asked, as they
	 * were last known.
	 * @throws DependencyUnavailable when it can't be asked and never could
	 */
	public List<Organization> all() {
		try {
			return allFresh();
		}
		catch (DependencyUnavailable ex) {
			List<Organization> known = this.known.all();
			if (known.isEmpty()) {
				throw ex;
			}
			log.warn("{} organizations are taken from the last known copy: {}", known.size(), ex.getMessage());
			return known;
		}
	}

	/** The organization as it was last known. */
	public Optional<Organization> known(UUID id) {
		return this.known.find(id);
	}

	/** The organization that its Cloud HIS calls so, as it was last known. */
	public Optional<Organization> withInstitutionCode(String code) {
		return this.known.findByInstitutionCode(code);
	}

	/** All organizations as they were last known. */
	public List<Organization> allKnown() {
		return this.known.all();
	}

	/**
	 * All organizations there are now.
	 * @throws DependencyUnavailable when org-service can't be asked
	 */
	public List<Organization> allFresh() {
		try {
			@Nullable String cursor = null;
			do {
				OrganizationsAnswer page = this.orgService.organizations(PAGE, cursor);
				this.known.keep(page.items().stream().map(OrganizationAnswer::organization).toList());
				cursor = page.nextCursor();
			}
			while (cursor != null);
			refreshHisAddresses();
			return this.known.all();
		}
		catch (RemoteProblem ex) {
			throw new DependencyUnavailable("org-service", ex);
		}
	}

	/**
	 * An organization's HIS is needed to synchronise its staff only: the last answer will
	 * do.
	 */
	private void refreshHisAddresses() {
		Instant begun = this.clock.instant();
		try {
			@Nullable String cursor = null;
			do {
				SystemConfigsAnswer page = this.orgService.systemConfigs(PAGE, cursor);
				Map<UUID, String> addresses = new HashMap<>();
				page.items().forEach((config) -> {
					if (config.systemApiUrl() != null) {
						addresses.put(config.organizationId(), config.systemApiUrl());
					}
				});
				this.known.keepHisAddresses(addresses, begun);
				cursor = page.nextCursor();
			}
			while (cursor != null);
			this.known.forgetHisAddressesBefore(begun);
		}
		catch (RemoteProblem | DependencyUnavailable ex) {
			log.warn("The HIS of each organization is taken from the last known copy: {}", ex.getMessage());
		}
	}

	/** Keeps the copy young, so that lists filtered by consortium follow its members. */
	@Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
	void refresh() {
		try {
			allFresh();
		}
		catch (DependencyUnavailable ex) {
			log.warn("Organizations could not be refreshed: {}", ex.getMessage());
		}
	}

	private Optional<Organization> ask(UUID id) {
		try {
			this.known.keep(List.of(this.orgService.organization(id).organization()));
			return this.known.find(id);
		}
		catch (DependencyUnavailable ex) {
			log.warn("Organization {} is taken from the last known copy: {}", id, ex.getMessage());
		}
		catch (RemoteProblem ex) {
			if (!ex.isNotFound()) {
				log.warn("Organization {} is taken from the last known copy: {}", id, ex.getMessage());
			}
		}
		return Optional.empty();
	}

}
