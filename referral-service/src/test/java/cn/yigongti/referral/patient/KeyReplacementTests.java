package cn.yigongti.referral.patient;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import cn.yigongti.patient.PatientSeal;
import cn.yigongti.patient.SealedPatient;
import cn.yigongti.platform.crypto.FieldCipher;
import cn.yigongti.platform.crypto.KeyedHash;
import cn.yigongti.platform.resealing.Resealing;
import cn.yigongti.platform.resealing.SealedSchema;
import cn.yigongti.platform.test.DatabaseOwner;
import cn.yigongti.platform.test.PeerServer;
import cn.yigongti.referral.County;
import cn.yigongti.referral.ReferralServiceTest;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** A service that has just been given second keys, with a table sealed by the first. */
@ReferralServiceTest
@TestPropertySource(properties = { "yigongti.keys.field.current=2",
		"yigongti.keys.field.versions.2=AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=", "yigongti.keys.hash.current=2",
		"yigongti.keys.hash.versions.2=AwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwM=" })
class KeyReplacementTests {

	private static final String REFERRALS = "/api/v1/referrals";

	private final RestTestClient http;

	private final PeerServer peers;

	private final JdbcClient jdbc;

	private final JdbcClient owner;

	private final Resealing resealing;

	private final PatientSeal seal;

	private final PatientSeal before;

	private final TransactionTemplate transaction;

	private final MeterRegistry meters;

	private final SealedSchema schema;

	private County county;

	KeyReplacementTests(RestTestClient http, PeerServer peers, JdbcClient jdbc, Resealing resealing, PatientSeal seal,
			Environment environment, TransactionTemplate transaction, MeterRegistry meters, SealedSchema schema) {
		this.http = http;
		this.peers = peers;
		this.jdbc = jdbc;
		this.owner = JdbcClient.create(DatabaseOwner.of(environment));
		this.resealing = resealing;
		this.seal = seal;
		this.before = new PatientSeal(new FieldCipher(key(environment, "field")),
				new KeyedHash(key(environment, "hash")));
		this.transaction = transaction;
		this.meters = meters;
		this.schema = schema;
		this.county = County.unrelated(http, peers);
	}

	private static byte[] key(Environment environment, String use) {
		return Base64.getDecoder().decode(environment.getRequiredProperty("yigongti.keys." + use));
	}

	@BeforeEach
	void open() {
		this.jdbc.sql("delete from referral_move").update();
		this.jdbc.sql("delete from referral").update();
		this.jdbc.sql("delete from idempotency_key").update();
		this.county = County.related(this.http, this.peers);
	}

	@Test
	void sealsWhatIsThereAnewWithoutAnybodyNoticing() {
		ObjectNode application = this.county.application();
		UUID id = applied(application);
		sealAsBefore(id);
		String etag = this.county.townshipDoctor().get(REFERRALS + "/" + id).is(200).etag();
		List<Map<String, Object>> unsealed = untouched(id);
		assertThat(sealed(id).name()).startsWith("1:");
		assertThat(sealed(id).nameHash()).doesNotContain(":");

		reseal();

		SealedPatient now = sealed(id);
		assertThat(List.of(now.name(), now.nameHash(), now.idNumber(), now.idNumberHash(), String.valueOf(now.phone()),
				String.valueOf(now.phoneHash())))
			.allMatch((value) -> value.startsWith("2:"));
		assertThat(nameParts(id)).hasSize(2).allMatch((part) -> part.startsWith("2:"));
		assertThat(this.seal.open(now).name()).isEqualTo("张三丰");
		assertThat(this.county.townshipDoctor().get(REFERRALS + "/" + id).is(200).etag()).isEqualTo(etag);
		assertThat(untouched(id)).isEqualTo(unsealed);
		assertThat(this.resealing.isClean()).isTrue();
		assertThat(this.meters.get("yigongti.resealing.outdated").tag("table", "referral").gauge().value()).isZero();
		assertThat(this.meters.get("yigongti.resealing.rows").tag("table", "referral").counter().count()).isPositive();
	}

	@Test
	void findsPatientsBeforeAndAfterTheyAreSealedAnew() {
		ObjectNode application = this.county.application();
		UUID id = applied(application);
		String idNumber = application.path("patient").path("idNumber").asString();
		sealAsBefore(id);
		for (int round = 0; round < 2; round++) {
			for (String q : List.of("张三丰", "张三", "三丰", idNumber, "13800000001", "138 0000 0001")) {
				assertThat(found(q)).as(q).isOne();
			}
			assertThat(found("1380000000")).isZero();
			reseal();
		}
	}

	@Test
	void fillsTheHashesThatAreMissingYet() {
		UUID id = applied(this.county.application());
		this.jdbc.sql("update referral set patient_phone_hash = null, patient_name_parts = null where id = :id")
			.param("id", id)
			.update();
		assertThat(found("13800000001")).isZero();
		assertThat(found("三丰")).isZero();
		reseal();
		assertThat(found("13800000001")).isOne();
		assertThat(found("三丰")).isOne();
	}

	@Test
	void refusesASecondReferralAlsoWhenTheFirstIsSealedAsBefore() {
		ObjectNode application = this.county.application();
		sealAsBefore(applied(application));
		this.county.townshipDoctor().post(REFERRALS, application).is(409, "duplicate-referral");
	}

	@Test
	void goesThroughMoreThanABatchAndLeavesOutWhatSomebodyHasInHand() {
		UUID model = applied(this.county.application());
		sealAsBefore(model);
		this.jdbc.sql("""
				insert into referral select made.* from referral model, generate_series(1, 1200) n,
					jsonb_populate_record(null::referral, to_jsonb(model) || jsonb_build_object(
						'id', gen_random_uuid(), 'referral_number', 'K' || n, 'care_to_come', false)) made
				where model.id = :model""").param("model", model).update();
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("select id from referral where id = :id for update")
				.param("id", model)
				.query(UUID.class)
				.single();
			Thread other = Thread.ofVirtual().start(this::reseal);
			joined(other);
		});
		assertThat(outdated()).isOne();
		assertThat(this.resealing.isClean()).isFalse();
		reseal();
		assertThat(outdated()).isZero();
	}

	@Test
	void passesByWhatItCannotSealAnew() {
		ObjectNode application = this.county.application();
		UUID damaged = applied(this.county.application());
		UUID first = applied(application);
		UUID second = applied(this.county.application());
		this.jdbc.sql("update referral set patient_name = '3:AAAA' where id = :id").param("id", damaged).update();
		sealAsBefore(first);
		sealAsBefore(second);
		// Two that are open for the same patient, which only the waiting keeps apart.
		this.jdbc.sql("""
				update referral set patient_id_number = (select patient_id_number from referral where id = :first),
					patient_id_number_hash = 'other' where id = :second""")
			.param("first", first)
			.param("second", second)
			.update();

		reseal();

		assertThat(outdated()).isEqualTo(2);
		assertThat(this.resealing.isClean()).isFalse();
	}

	@Test
	void noticesAnEncryptedColumnThatNobodyDeclared() {
		assertThat(this.schema.differences()).isEmpty();
		try {
			this.owner.sql("comment on column referral.advice is 'encrypted'").update();
			this.owner.sql("comment on column referral.patient_phone is null").update();
			assertThat(this.schema.differences()).containsExactly("referral.advice", "referral.patient_phone");
		}
		finally {
			this.owner.sql("comment on column referral.advice is null").update();
			this.owner.sql("comment on column referral.patient_phone is 'encrypted'").update();
		}
	}

	private UUID applied(ObjectNode application) {
		return UUID.fromString(this.county.townshipDoctor().post(REFERRALS, application).is(201).text("id"));
	}

	private void sealAsBefore(UUID id) {
		SealedPatient old = this.before.seal(this.seal.open(sealed(id)));
		this.jdbc.sql("""
				update referral set patient_name = :name, patient_name_hash = :nameHash,
					patient_name_parts = cast(:nameParts as text[]), patient_id_number = :idNumber,
					patient_id_number_hash = :idNumberHash, patient_phone = :phone, patient_phone_hash = :phoneHash
				where id = :id""")
			.param("id", id)
			.param("name", old.name())
			.param("nameHash", old.nameHash())
			.param("nameParts", Objects.requireNonNull(old.nameParts()).toArray(String[]::new))
			.param("idNumber", old.idNumber())
			.param("idNumberHash", old.idNumberHash())
			.param("phone", old.phone())
			.param("phoneHash", old.phoneHash())
			.update();
	}

	private SealedPatient sealed(UUID id) {
		return this.jdbc
			.sql("""
					select patient_name as name, patient_name_hash as name_hash, null as name_parts, patient_id_number as id_number,
						patient_id_number_hash as id_number_hash, patient_gender as gender,
						patient_birth_date as birth_date, patient_phone as phone, patient_phone_hash as phone_hash
					from referral where id = :id""")
			.param("id", id)
			.query(SealedPatient.class)
			.single();
	}

	private List<String> nameParts(UUID id) {
		return this.jdbc.sql("select unnest(patient_name_parts) from referral where id = :id")
			.param("id", id)
			.query(String.class)
			.list();
	}

	private List<Map<String, Object>> untouched(UUID id) {
		return this.jdbc.sql("select version, updated_at, created_at, status from referral where id = :id")
			.param("id", id)
			.query()
			.listOfRows();
	}

	private int outdated() {
		return this.jdbc
			.sql("select count(*) from referral where not starts_with(patient_name, '2:') "
					+ "or not starts_with(patient_id_number_hash, '2:')")
			.query(Integer.class)
			.single();
	}

	private int found(String q) {
		return this.county.townshipDoctor().get(REFERRALS + "?q=" + q).is(200).body().path("total").asInt();
	}

	private void reseal() {
		boolean more = true;
		while (more) {
			more = this.resealing.step();
		}
	}

	private static void joined(Thread thread) {
		try {
			thread.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
