package cn.yigongti.org.consortium;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import cn.yigongti.org.code.DivisionCode;
import cn.yigongti.org.organization.Edition;
import cn.yigongti.org.organization.Organization;
import cn.yigongti.org.organization.Standing;
import cn.yigongti.org.organization.Tier;
import cn.yigongti.platform.identifier.UuidV7;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A consortium of one county, with exactly one lead on every day since it was
 * established.
 */
@Table
@SuppressWarnings("UnusedVariable") // some fields are there for the database alone
class Consortium {

	@Id
	private final UUID id;

	@Version
	private @Nullable Long version;

	private String name;

	private final DivisionCode regionCode;

	private final LocalDate establishedOn;

	private int referralValidityDays;

	@MappedCollection(idColumn = "consortium_id")
	private final Set<Leadership> leaderships;

	private final Instant createdAt;

	private Instant updatedAt;

	@PersistenceCreator
	Consortium(UUID id, @Nullable Long version, String name, DivisionCode regionCode, LocalDate establishedOn,
			int referralValidityDays, Set<Leadership> leaderships, Instant createdAt, Instant updatedAt) {
		this.id = id;
		this.version = version;
		this.name = name;
		this.regionCode = regionCode;
		this.establishedOn = establishedOn;
		this.referralValidityDays = referralValidityDays;
		this.leaderships = new HashSet<>(leaderships);
		this.createdAt = createdAt;
		this.updatedAt = updatedAt;
	}

	/**
	 * Establishes a consortium.
	 * @throws LeadRefused when that organization can't lead it
	 */
	static Consortium established(String name, DivisionCode county, Organization lead, LocalDate establishedOn,
			int referralValidityDays, Instant now) {
		Instant at = now.truncatedTo(ChronoUnit.MICROS);
		requireLeader(LeadRefused.Occasion.ESTABLISHMENT, county, lead, establishedOn);
		return new Consortium(UuidV7.next(), null, name, county, establishedOn, referralValidityDays,
				Set.of(new Leadership(lead.id(), establishedOn, null)), at, at);
	}

	private static void requireLeader(LeadRefused.Occasion occasion, DivisionCode county, Organization lead,
			LocalDate from) {
		List<Standing> standings = standingsFrom(lead, from);
		if (standings.stream().anyMatch((standing) -> standing.tier() != Tier.COUNTY)) {
			throw new LeadRefused(occasion, LeadRefused.Reason.NOT_COUNTY);
		}
		if (standings.stream().anyMatch((standing) -> !standing.regionCode().sharesCountyWith(county))) {
			throw new LeadRefused(occasion, LeadRefused.Reason.OTHER_COUNTY);
		}
		if (!lead.history().staysOpenFrom(from)) {
			throw new LeadRefused(occasion, LeadRefused.Reason.NOT_ACTIVE);
		}
	}

	void revise(String name, int referralValidityDays, Instant now) {
		this.name = name;
		this.referralValidityDays = referralValidityDays;
		this.updatedAt = now.truncatedTo(ChronoUnit.MICROS);
	}

	/**
	 * Lets another member lead from a day on. From the day on which the latest lead takes
	 * over, or later: what lies before is history. Giving the lead to the one who has it
	 * changes nothing.
	 * @throws LeadRefused when that organization can't lead
	 * @throws LeadChangeTooEarly when it would rewrite history
	 */
	void changeLead(Organization lead, LocalDate from, Instant now) {
		Leadership latest = latestLeadership();
		if (from.isBefore(latest.fromOn())) {
			throw new LeadChangeTooEarly(latest.fromOn());
		}
		if (latest.organizationId().equals(lead.id())) {
			return;
		}
		requireLeader(LeadRefused.Occasion.CHANGE, this.regionCode, lead, from);
		this.leaderships.remove(latest);
		if (from.isAfter(latest.fromOn())) {
			this.leaderships.add(latest.endingOn(from));
		}
		this.leaderships.add(new Leadership(lead.id(), from, null));
		this.updatedAt = now.truncatedTo(ChronoUnit.MICROS);
	}

	private Leadership latestLeadership() {
		return this.leaderships.stream().max(Comparator.comparing(Leadership::fromOn)).orElseThrow();
	}

	/**
	 * Lets a member go.
	 * @throws LeadCannotLeave when it leads on or after that day
	 */
	void release(UUID organizationId, LocalDate leftOn) {
		boolean leads = this.leaderships.stream()
			.anyMatch((leadership) -> leadership.organizationId().equals(organizationId) && leadership.isAfter(leftOn));
		if (leads) {
			throw new LeadCannotLeave(organizationId);
		}
	}

	/**
	 * Whether an organization may be a member from a day on: those of the county, and
	 * hospitals above the county from anywhere.
	 */
	boolean takes(Organization organization, LocalDate from) {
		return standingsFrom(organization, from).stream().allMatch((standing) -> takes(this.regionCode, standing));
	}

	static boolean takes(DivisionCode county, Standing standing) {
		return standing.tier() == Tier.CITY || standing.regionCode().sharesCountyWith(county);
	}

	private static List<Standing> standingsFrom(Organization organization, LocalDate from) {
		return organization.history().editionsFrom(from).stream().map(Edition::standing).toList();
	}

	/** Who leads on a date; {@code null} before the consortium was established. */
	@Nullable UUID leadOn(LocalDate date) {
		return this.leaderships.stream()
			.filter((leadership) -> leadership.isOn(date))
			.map(Leadership::organizationId)
			.findFirst()
			.orElse(null);
	}

	UUID id() {
		return this.id;
	}

	LocalDate establishedOn() {
		return this.establishedOn;
	}

}
