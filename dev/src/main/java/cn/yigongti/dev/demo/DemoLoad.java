package cn.yigongti.dev.demo;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import cn.yigongti.dev.county.ConsultationHistory;
import cn.yigongti.dev.county.DemoCounty;
import cn.yigongti.dev.county.PlannedConsultation;
import cn.yigongti.dev.county.Outcome;
import cn.yigongti.dev.county.PlannedReferral;
import cn.yigongti.dev.county.ReferralHistory;
import cn.yigongti.dev.county.SchematicMap;
import cn.yigongti.dev.county.Staff;
import cn.yigongti.dev.secrets.Secrets;

/**
 * The whole load, step by step; what an earlier run has done already is passed over.
 */
public final class DemoLoad {

	private static final Duration PAUSE = Duration.ofMillis(500);

	private static final Duration EXPIRY_LIMIT = Duration.ofMinutes(2);

	private final DemoCounty county;

	private final Staff staff;

	private final Cast cast;

	private final Journal journal;

	private final Secrets secrets;

	private final Consumer<String> progress;

	public DemoLoad(DemoCounty county, Staff staff, Journal journal, Secrets secrets, Consumer<String> progress) {
		this.county = county;
		this.staff = staff;
		this.cast = new Cast(county, staff);
		this.journal = journal;
		this.secrets = secrets;
		this.progress = progress;
	}

	/**
	 * Loads what isn't there yet.
	 * @param cloudHis where the Cloud HIS of all organizations is today
	 * @param operatorSecret what the client {@code operator} signs in with
	 * @param redirectUri where the console may have people sent back to
	 */
	public DemoFile load(URI gateway, URI cloudHis, String operatorSecret, URI redirectUri) throws Exception {
		try (ApiClient operator = new ApiClient(gateway, "operator", operatorSecret)) {
			SetUpSystems systems = new SetUpSystems(operator, this.journal, gateway, cloudHis);
			if (this.journal.find("complete").isEmpty()) {
				load(gateway, operator, systems);
				this.journal.once("complete", () -> Instant.now().toString());
			}
			systems.setUp(this.county);
			if (this.journal.find("consultations-complete").isEmpty()) {
				loadConsultations(gateway, operator);
				this.journal.once("consultations-complete", () -> Instant.now().toString());
			}
			new DrawMap(operator, this.journal).draw(SchematicMap.ofDemo());
			this.progress.accept("Schematic maps drawn");
		}
		return DemoFile.of(gateway, redirectUri, this.county, this.cast, this.journal, this.secrets);
	}

	private void load(URI gateway, ApiClient operator, SetUpSystems systems) throws Exception {
		RegisterOrganizations registration = new RegisterOrganizations(operator, this.journal);
		registration.register(this.county);
		this.progress.accept(this.county.organizations().count() + " organizations registered");
		registration.join(this.county.main());
		registration.join(this.county.other());
		this.progress.accept("Two consortia established");
		systems.setUp(this.county);
		this.progress.accept("System configurations set at the hospitals that lead");
		Staffing staffing = new Staffing(operator, this.journal);
		staffing.pull();
		this.progress.accept(this.staff.members().size() + " users pulled from the Cloud HIS");
		GiveAccess access = new GiveAccess(operator, this.journal, this.secrets, staffing);
		access.addRoles();
		for (Cast.Person person : this.cast.people()) {
			access.to(person);
		}
		for (Cast.Machine machine : this.cast.machines()) {
			access.to(machine);
		}
		this.progress.accept("People and machines given access");
		relateWithOneClick(operator);
		bringHistory(gateway, operator, access, staffing);
	}

	private void relateWithOneClick(ApiClient operator) throws Exception {
		this.journal.once("relations", () -> {
			String lead = this.journal.get(RegisterOrganizations.item(this.county.main().lead()));
			int created = operator
				.post("/api/v1/referral-relations/auto-configurations", Map.of("organizationId", lead))
				.path("created")
				.size();
			this.progress.accept(created + " referral relations configured with one click");
			return String.valueOf(created);
		});
	}

	private void bringHistory(URI gateway, ApiClient operator, GiveAccess access, Staffing staffing) throws Exception {
		Cast.Machine machine = new Cast.Machine("historyImport", this.county.main().lead(),
				Grant.of(OwnRole.HISTORY_IMPORT.name(), this.county.main()));
		Instant today = Instant.parse(this.journal.once("today", () -> Instant.now().toString()));
		List<PlannedReferral> history = ReferralHistory.plan(this.county.main(), this.staff, today);
		access.to(machine);
		GiveAccess.Credentials credentials = GiveAccess.Credentials.of(machine, this.journal);
		try (ApiClient importer = new ApiClient(gateway, credentials.clientId(), credentials.clientSecret())) {
			new BringHistory(importer, this.journal, staffing).bring(history, (count) -> {
				if (count % 100 == 0 || count == history.size()) {
					this.progress.accept(count + " of " + history.size() + " referrals of the past brought along");
				}
			});
		}
		awaitExpiry(operator, history);
		access.revoke(machine);
	}

	private void loadConsultations(URI gateway, ApiClient operator) throws Exception {
		Staffing staffing = new Staffing(operator, this.journal);
		int relations = new SetUpCenters(operator, this.journal, staffing).setUp(this.county.main(), this.staff);
		this.progress.accept("Two consultation centres with " + relations + " relations configured with one click");
		Cast.Machine machine = new Cast.Machine("consultationImport", this.county.main().lead(),
				Grant.of(OwnRole.CONSULTATION_IMPORT.name(), this.county.main()));
		GiveAccess access = new GiveAccess(operator, this.journal, this.secrets, staffing);
		access.addRoles();
		access.to(machine);
		Instant today = Instant.parse(this.journal.once("today", () -> Instant.now().toString()));
		List<PlannedConsultation> history = ConsultationHistory.plan(this.county.main(), this.staff, today);
		GiveAccess.Credentials credentials = GiveAccess.Credentials.of(machine, this.journal);
		try (ApiClient importer = new ApiClient(gateway, credentials.clientId(), credentials.clientSecret())) {
			new BringConsultations(importer, this.journal, staffing).bring(history, (count) -> {
				if (count % 100 == 0 || count == history.size()) {
					this.progress.accept(count + " of " + history.size() + " consultations of the past brought along");
				}
			});
		}
		access.revoke(machine);
	}

	/** The platform's clock ends those that nobody came for. */
	private void awaitExpiry(ApiClient operator, List<PlannedReferral> history) throws Exception {
		long expected = history.stream().filter((one) -> one.outcome() == Outcome.EXPIRED).count();
		long end = System.nanoTime() + EXPIRY_LIMIT.toNanos();
		while (operator.get("/api/v1/referrals?status=EXPIRED&limit=1").path("total").asLong() < expected) {
			if (System.nanoTime() > end) {
				throw new LoadFailed("The platform's clock hasn't ended the referrals that nobody came for");
			}
			Thread.sleep(PAUSE);
		}
	}

}
