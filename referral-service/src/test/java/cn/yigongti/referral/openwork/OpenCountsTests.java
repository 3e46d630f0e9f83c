package cn.yigongti.referral.openwork;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.Grant;
import cn.yigongti.platform.caller.ScopeType;
import cn.yigongti.platform.paging.Condition;
import cn.yigongti.platform.test.DatabaseOwner;
import cn.yigongti.platform.test.RepositoryTest;
import cn.yigongti.referral.course.Course;
import cn.yigongti.referral.course.Events;
import cn.yigongti.referral.course.ReferralStatus;
import cn.yigongti.referral.course.Validity;
import cn.yigongti.referral.directory.Tier;
import cn.yigongti.referral.party.Party;
import cn.yigongti.referral.referral.Referral;
import cn.yigongti.referral.referral.ReferralBuilder;
import cn.yigongti.referral.referral.Referrals;
import cn.yigongti.referral.referral.Voiding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;

import static cn.yigongti.referral.course.ReferralStatus.ADMISSION_CANCELLED;
import static cn.yigongti.referral.course.ReferralStatus.ADMITTED;
import static cn.yigongti.referral.course.ReferralStatus.APPLIED;
import static cn.yigongti.referral.course.ReferralStatus.DISCHARGE_CANCELLED;
import static cn.yigongti.referral.course.ReferralStatus.OUTPATIENT_COMPLETED;
import static cn.yigongti.referral.course.ReferralStatus.OUTPATIENT_VISITED;
import static org.assertj.core.api.Assertions.assertThat;

@RepositoryTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class OpenCountsTests {

	private static final Set<ReferralStatus> OPEN = EnumSet.of(APPLIED, OUTPATIENT_VISITED, ADMITTED,
			ADMISSION_CANCELLED, DISCHARGE_CANCELLED);

	/** Of two hundred sources and twenty targets, every tenth open. */
	private static final String MANY = """
			insert into referral
			select made.* from referral model, generate_series(1, 2000) n,
				jsonb_populate_record(null::referral, to_jsonb(model) || jsonb_build_object('id', gen_random_uuid(),
					'referral_number', 'N' || n, 'patient_id_number_hash', 'h' || n,
					'source_id', md5('s' || n % 200)::uuid, 'target_id', md5('t' || n % 20)::uuid,
					'status', case n % 10 when 0 then 'APPLIED' else 'DISCHARGED' end,
					'care_to_come', n % 10 = 0)) made
			where model.id = :model""";

	private final JdbcClient jdbc;

	private final Referrals referrals;

	private final OpenCounts counts;

	private final Environment environment;

	private final Party township = new Party(UUID.randomUUID(), "卫生院", Tier.TOWNSHIP, null, "500229101");

	private final Party hospital = new Party(UUID.randomUUID(), "县医院", Tier.COUNTY, null, "500229001");

	OpenCountsTests(JdbcClient jdbc, Referrals referrals, Environment environment) {
		this.environment = environment;
		this.jdbc = jdbc;
		this.referrals = referrals;
		this.counts = new OpenCounts(jdbc, Clock.systemUTC());
	}

	@ParameterizedTest
	@EnumSource
	void countsWhatStillAwaitsCare(ReferralStatus status) {
		this.referrals.save(referral().at(status));
		int open = OPEN.contains(status) ? 1 : 0;
		assertThat(count(this.township)).containsExactly(open, 0);
		assertThat(count(this.hospital)).containsExactly(0, open);
	}

	@Test
	void doesNotCountWhatIsVoid() {
		Referral referral = referral().build();
		referral.makeVoid(new Voiding(Voiding.Kind.REFUSED, "x", "x", this.hospital.id()), Instant.now());
		this.referrals.save(referral);
		assertThat(count(this.hospital)).containsExactly(0, 0);
	}

	@Test
	void countsWhoIsAdmittedAfterTheVisitWasCompleted() {
		Referral referral = referral().build();
		Validity validity = new Validity(referral.validUntil(), null);
		var visit = List.of(Events.event(OUTPATIENT_VISITED, 1), Events.event(OUTPATIENT_COMPLETED, 2));
		referral.follow(Course.of(validity, visit), Instant.now());
		referral.follow(Course.of(validity, List.of(visit.get(0), visit.get(1), Events.event(ADMITTED, 3))),
				Instant.now());
		assertThat(referral.isInTheWay()).isFalse();
		this.referrals.save(referral);
		assertThat(count(this.hospital)).containsExactly(0, 1);
	}

	@Test
	void answersInTheOrderAskedFor() {
		this.referrals.save(referral().build());
		UUID unknown = UUID.randomUUID();
		List<OpenCount> all = this.counts.of(everywhere(), List.of(this.hospital.id(), unknown, this.township.id()));
		assertThat(all).extracting(OpenCount::organizationId)
			.containsExactly(this.hospital.id(), unknown, this.township.id());
		assertThat(all).extracting(OpenCount::asTarget).containsExactly(1L, 0L, 0L);
	}

	@Test
	void readsNothingButTheIndexesOfWhatIsOpen() {
		Referral model = this.referrals.save(referral().build());
		this.jdbc.sql(MANY).param("model", model.id()).update();
		JdbcClient.create(DatabaseOwner.of(this.environment))
			.sql("grant maintain on referral to " + this.environment.getRequiredProperty("spring.datasource.username"))
			.update();
		this.jdbc.sql("analyze referral").update();
		String plan = String.join("\n",
				this.jdbc.sql("explain " + OpenCounts.statement(new Condition("true")))
					.param("organizations", new String[] { this.hospital.id().toString() })
					.query(String.class)
					.list());
		assertThat(plan).contains("referral_open_source", "referral_open_target").doesNotContain("Seq Scan");
	}

	private ReferralBuilder referral() {
		return ReferralBuilder.referral().from(this.township).to(this.hospital).patient(UUID.randomUUID().toString());
	}

	private List<Integer> count(Party party) {
		OpenCount count = this.counts.of(everywhere(), List.of(party.id())).getFirst();
		return List.of((int) count.asSource(), (int) count.asTarget());
	}

	private static Caller everywhere() {
		return new Caller("org-service", Caller.Kind.SERVICE, null, null, true,
				List.of(new Grant("SERVICE", ScopeType.ALL, null, Set.of("referral:read"))));
	}

}
