package cn.yigongti.org.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import cn.yigongti.org.Api;
import cn.yigongti.org.code.CreditCode;
import cn.yigongti.org.code.CreditCodes;
import cn.yigongti.org.code.DivisionCode;
import cn.yigongti.org.code.OrganizationType;
import cn.yigongti.org.organization.RegisterOrganizations.Candidate;
import cn.yigongti.org.organization.RegisterOrganizations.Outcome;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.Grant;
import cn.yigongti.platform.caller.ScopeType;
import cn.yigongti.platform.test.ServiceTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class RegisterOrganizationsTests {

	private final RegisterOrganizations registration;

	private final Register register;

	private final JdbcClient jdbc;

	private final String county = Api.newCounty();

	private final Caller caller = caller(this.county);

	RegisterOrganizationsTests(RegisterOrganizations registration, Register register, JdbcClient jdbc) {
		this.registration = registration;
		this.register = register;
		this.jdbc = jdbc;
	}

	@Test
	void registersManyUnderParentsOfAnEarlierBatch() {
		Outcome centres = register(List.of(centre("102"), centre("103")));
		List<UUID> parents = List.copyOf(centres.registered().values());
		Outcome clinics = register(IntStream.range(0, 50)
			.mapToObj((i) -> candidate(Tier.VILLAGE, (102 + i % 2) + "2" + (10 + i), parents.get(i % 2)))
			.toList());
		assertThat(clinics.refusals()).isEmpty();
		List<RegisteredOrganization> found = this.register.lookUp(this.caller, clinics.registered().values());
		assertThat(found).hasSize(50)
			.allSatisfy((clinic) -> assertThat(clinic.particulars().standing().parentId()).isIn(parents));
		assertThat(this.jdbc.sql("select count(*) from audit_event where resource_id in (:ids)")
			.param("ids", clinics.registered().values().stream().map(UUID::toString).toList())
			.query(Integer.class)
			.single()).isEqualTo(50);
	}

	@Test
	void takesAsManyStatementsForManyAsForOne() {
		UUID centre = register(List.of(centre("102"))).registered().get(0);
		List<Candidate> clinics = IntStream.range(0, 40)
			.mapToObj((i) -> candidate(Tier.VILLAGE, "1022" + (10 + i), centre))
			.toList();
		long one = statementsOf(() -> register(clinics.subList(0, 1)));
		assertThat(statementsOf(() -> register(clinics.subList(1, 40)))).isEqualTo(one);
	}

	@Test
	void saysOfEachWhyItCannotBeAndRegistersTheOthers() {
		UUID centre = register(List.of(centre("102"))).registered().get(0);
		String code = CreditCodes.valid("12" + this.county + "000001011");
		LocalDate ahead = LocalDate.of(2999, 1, 1);
		Outcome outcome = register(
				List.of(candidate(Tier.VILLAGE, "102201", null), candidate(Tier.VILLAGE, "103201", centre),
						candidate(Tier.VILLAGE, "102202", UUID.randomUUID()), coded(code), centre("104"), coded(code),
						opened(ahead, null), opened(LocalDate.of(2000, 1, 1), LocalDate.of(2000, 1, 1)), elsewhere()));
		assertThat(outcome.refusals()).extracting(
				(refusal) -> refusal.position() + " " + refusal.problem().pointer() + " " + refusal.problem().code())
			.containsExactlyInAnyOrder("0 /parentId parent-needed", "1 /parentId parent-division",
					"2 /parentId unknown-organization", "5 /creditCode duplicate-code", "6 /openedOn future-date",
					"7 /closedOn after", "8 /regionCode scope-exceeded");
		assertThat(outcome.registered().keySet()).containsExactly(3, 4);
		assertThat(register(List.of(coded(code))).refusals()).singleElement()
			.satisfies((refusal) -> assertThat(refusal.problem().code()).isEqualTo("duplicate-code"));
	}

	@Test
	void saysAllThatIsWrongWithOne() {
		Candidate worst = new Candidate(
				new Particulars(standing(Tier.VILLAGE, "500229999", null), details(null), LocalDate.of(2999, 1, 1)),
				null);
		assertThat(register(List.of(worst)).refusals()).extracting((refusal) -> refusal.problem().pointer())
			.containsExactlyInAnyOrder("/regionCode", "/regionCode", "/openedOn", "/parentId");
	}

	private static long statementsOf(Runnable action) {
		Logger statements = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
		ListAppender<ILoggingEvent> executed = new ListAppender<>();
		executed.start();
		statements.setLevel(Level.DEBUG);
		statements.addAppender(executed);
		try {
			action.run();
		}
		finally {
			statements.detachAppender(executed);
			statements.setLevel(null);
		}
		String here = Thread.currentThread().getName();
		return executed.list.stream()
			.filter((event) -> event.getThreadName().equals(here))
			.map(ILoggingEvent::getFormattedMessage)
			.filter((message) -> message.startsWith("Executing prepared SQL statement")
					|| message.startsWith("Executing SQL batch update"))
			.count();
	}

	private Outcome register(List<Candidate> candidates) {
		return this.registration.register(this.caller, new ArrayList<>(candidates));
	}

	private Candidate centre(String township) {
		return candidate(Tier.TOWNSHIP, township, null);
	}

	private Candidate candidate(Tier tier, String below, @Nullable UUID parent) {
		return new Candidate(
				new Particulars(standing(tier, this.county + below, parent), details(null), LocalDate.of(2000, 1, 1)),
				null);
	}

	private Candidate coded(String creditCode) {
		return new Candidate(new Particulars(standing(Tier.COUNTY, this.county, null),
				details(new CreditCode(creditCode)), LocalDate.of(2000, 1, 1)), null);
	}

	private Candidate opened(LocalDate openedOn, @Nullable LocalDate closedOn) {
		return new Candidate(new Particulars(standing(Tier.COUNTY, this.county, null), details(null), openedOn),
				closedOn);
	}

	private static Candidate elsewhere() {
		return new Candidate(
				new Particulars(standing(Tier.COUNTY, Api.newCounty(), null), details(null), LocalDate.of(2000, 1, 1)),
				null);
	}

	private static Standing standing(Tier tier, String regionCode, @Nullable UUID parent) {
		return new Standing("机构", "机构", new OrganizationType("A100"), tier, null, new DivisionCode(regionCode), parent);
	}

	private static Details details(@Nullable CreditCode creditCode) {
		return new Details(creditCode, null, null, null, null, null);
	}

	private static Caller caller(String county) {
		return new Caller("importer", Caller.Kind.USER, null, null, true, List
			.of(new Grant("TEST", ScopeType.REGION, county, Set.of("organization:read", "organization:write"))));
	}

}
