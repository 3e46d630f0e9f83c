package cn.yigongti.iam.usersync.page;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import cn.yigongti.cloudhis.HisUser;
import cn.yigongti.iam.directory.Organization;
import cn.yigongti.iam.grant.Departure;
import cn.yigongti.iam.user.StaffMember;
import cn.yigongti.iam.user.SyncedUser;
import cn.yigongti.iam.usersync.RowFailure;
import cn.yigongti.iam.usersync.SyncCounts;
import cn.yigongti.platform.caller.DataScope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class SyncPageTests {

	private static final String HIS = "https://his.example.cn";

	private static final UUID CONSORTIUM = UUID.randomUUID();

	private static final Organization HOSPITAL = organization("H1", HIS);

	private static final Organization CLINIC = organization("V1", HIS);

	private static final Organization ELSEWHERE = organization("H9", "https://other.example.cn");

	private static final SyncRange EVERYBODY = range(null, DataScope.ALL);

	@Test
	void takesOverWhoIsNew() {
		PageChanges page = compared(EVERYBODY, List.of(), row("1", "zhang", "H1", true));

		assertThat(page.added()).singleElement()
			.satisfies((user) -> assertThat(user.member().organizationId()).isEqualTo(HOSPITAL.id()));
		assertThat(page.counts()).isEqualTo(counts(1, 1, 0, 0, 0, 0));
	}

	@Test
	void leavesAloneWhoIsAsBefore() {
		SyncedUser known = known(row("1", "zhang", "H1", true));

		PageChanges page = compared(EVERYBODY, List.of(known), row("1", "zhang", "H1", true));

		assertThat(page.counts()).isEqualTo(counts(1, 0, 0, 0, 1, 0));
		assertThat(page.staged()).singleElement().satisfies((met) -> assertThat(met.userId()).isEqualTo(known.id()));
	}

	@Test
	void tellsWhoseOldOrganizationTheyHaveLeft() {
		SyncedUser known = known(row("1", "zhang", "H1", true));

		PageChanges page = compared(EVERYBODY, List.of(known), row("1", "zhang", "V1", true));

		assertThat(page.departures()).containsExactly(new Departure(known.id(), HOSPITAL.id(), null));
		assertThat(page.counts()).isEqualTo(counts(1, 0, 1, 0, 0, 0));
	}

	@Test
	void tellsWhoHasLeftTheirConsortiumWithIt() {
		Organization outside = new Organization(UUID.randomUUID(), "C1", "C1", "500229", null, true, HIS);
		SyncedUser known = known(row("1", "zhang", "H1", true));
		SyncRange range = new SyncRange(HIS, List.of(HOSPITAL, outside), SyncPageTests::responsible, null,
				DataScope.ALL);

		PageChanges page = compared(range, List.of(known), row("1", "zhang", "C1", true));

		assertThat(page.departures()).containsExactly(new Departure(known.id(), HOSPITAL.id(), CONSORTIUM));
	}

	@Test
	void deactivatesWhoIsDisabledAndDoesNotTakeOverWhoAlwaysWas() {
		SyncedUser known = known(row("1", "zhang", "H1", true));

		PageChanges page = compared(EVERYBODY, List.of(known), row("1", "zhang", "H1", false),
				row("2", "wang", "H1", false));

		assertThat(page.disabled()).containsExactly(known.id());
		assertThat(page.added()).isEmpty();
		assertThat(page.counts()).isEqualTo(counts(2, 0, 0, 1, 1, 0));
	}

	@Test
	void reportsALoginNameThatIsSomebodyElsesHoweverItIsWritten() {
		SyncedUser other = known(row("9", "zhang", "H1", true));

		PageChanges page = compared(EVERYBODY, List.of(other), row("1", "ZHANG", "H1", true),
				row("2", "wang", "H1", true), row("3", "Wang", "H1", true));

		assertThat(page.failures()).extracting(RowFailure::rowNumber, RowFailure::code)
			.containsExactly(tuple(1, "duplicate-login-name"), tuple(3, "duplicate-login-name"));
		assertThat(page.added()).hasSize(1);
	}

	@Test
	void aLoginNameGivenUpCanBeTakenByTheNext() {
		SyncedUser known = known(row("1", "zhang", "H1", true));

		PageChanges page = compared(EVERYBODY, List.of(known), row("1", "zhang2", "H1", true),
				row("2", "zhang", "H1", true));

		assertThat(page.counts()).isEqualTo(counts(2, 1, 1, 0, 0, 0));
	}

	@Test
	void theSameRowTwiceCountsOnce() {
		PageChanges page = compared(EVERYBODY, List.of(), row("1", "zhang", "H1", true), row("1", "zhang", "H1", true));

		assertThat(page.counts()).isEqualTo(counts(2, 1, 0, 0, 1, 0));
		assertThat(page.repeated()).isTrue();
	}

	@Test
	void reportsAUserIdThatIsTwoPeoplesAndKeepsTheFirst() {
		PageChanges page = compared(EVERYBODY, List.of(), row("1", "zhang", "H1", true), row("1", "li", "H1", true));

		assertThat(page.added()).singleElement()
			.satisfies((user) -> assertThat(user.member().loginName()).isEqualTo("zhang"));
		assertThat(page.failures()).extracting(RowFailure::rowNumber, RowFailure::code)
			.containsExactly(tuple(2, "duplicate-user-id"));
	}

	@Test
	void aRowThatWasChangedWhileTheListWasReadCountsAsItIsNow() {
		HisUser later = new HisUser("1", "zhang", "张三", "1", null, "H1", "03", "内科", "DOCTOR", "主任医师", true,
				"2026-11-23T08:00:00Z");

		PageChanges page = compared(EVERYBODY, List.of(), row("1", "zhang", "H1", true), later);

		assertThat(page.failures()).isEmpty();
		assertThat(page.added()).singleElement()
			.satisfies((user) -> assertThat(user.member().title()).isEqualTo("主任医师"));
	}

	@Test
	void readingTheListAgainCountsNobodyTwice() {
		HisUser bad = row("2", "", "H1", true);
		PageChanges first = compared(EVERYBODY, List.of(), row("1", "zhang", "H1", true), bad);
		Map<String, StagedRow> met = new HashMap<>();
		first.staged().forEach((row) -> met.put(row.hisUserId(), row));
		SyncPage again = new SyncPage(List.of(row("1", "zhang", "H1", true), bad, row("3", "wang", "H1", true)), 1, 2,
				EVERYBODY);

		PageChanges second = again.compare(new Meanwhile(met, Map.of(), Map.of(), Map.of()), StaffMember::toString);

		assertThat(second.counts()).isEqualTo(counts(0, 1, 0, 0, 0, 0));
		assertThat(second.repeated()).isFalse();
	}

	@Test
	void reportsAnOrganizationNobodyKnowsOrAnotherHisAnswersFor() {
		PageChanges page = compared(EVERYBODY, List.of(), row("1", "zhang", "X9", true), row("2", "wang", "H9", true));

		assertThat(page.failures()).extracting(RowFailure::field, RowFailure::code)
			.containsExactly(tuple("orgCode", "unknown-organization"), tuple("orgCode", "organization-of-another-his"));
		assertThat(page.staged()).isEmpty();
	}

	@Test
	void whoIsWrittenDownBadlyIsThereAllTheSame() {
		SyncedUser known = known(row("1", "zhang", "H1", true));

		PageChanges page = compared(EVERYBODY, List.of(known), row("1", "not a name!", "H1", true));

		assertThat(page.failures()).extracting(RowFailure::code).containsExactly("login-name");
		assertThat(page.staged()).singleElement().satisfies((met) -> assertThat(met.userId()).isEqualTo(known.id()));
	}

	@Test
	void takesOverAccountsOfTheHisThatAnsweredBefore() {
		SyncedUser left = new SyncedUser(UUID.randomUUID(), "https://old.example.cn",
				member(row("77", "zhang", "H1", true)));

		PageChanges page = compared(EVERYBODY, List.of(left), row("1", "zhang", "H1", true));

		assertThat(page.changed()).singleElement().satisfies((user) -> {
			assertThat(user.id()).isEqualTo(left.id());
			assertThat(user.source()).isEqualTo(HIS);
			assertThat(user.member().hisUserId()).isEqualTo("1");
		});
	}

	@Test
	void doesNotTakeSomebodyElseForThem() {
		SyncedUser elsewhere = new SyncedUser(UUID.randomUUID(), "https://other.example.cn",
				RowReader.read(row("77", "zhang", "H9", true), ELSEWHERE.id()));

		PageChanges page = compared(EVERYBODY, List.of(elsewhere), row("1", "zhang", "H1", true));

		assertThat(page.failures()).extracting(RowFailure::code).containsExactly("duplicate-login-name");
	}

	@Test
	void passesOverOrganizationsThatAreNotMeant() {
		PageChanges page = compared(range(CLINIC.id(), DataScope.ALL), List.of(), row("1", "zhang", "H1", true),
				row("2", "wang", "V1", true), row("3", "zhao", "X9", true), row("4", "li", "H9", true));

		assertThat(page.counts()).isEqualTo(counts(4, 1, 0, 0, 0, 0));
	}

	@Test
	void passesOverOrganizationsOutOfTheRequestersReach() {
		DataScope scope = new DataScope(false, Set.of(HOSPITAL.id()), Set.of(), Set.of());

		PageChanges page = compared(range(null, scope), List.of(), row("1", "zhang", "V1", true));

		assertThat(page.counts()).isEqualTo(counts(1, 0, 0, 0, 0, 0));
		assertThat(range(null, scope).organizationIds()).containsExactly(HOSPITAL.id());
	}

	@ParameterizedTest
	@CsvSource({ "userId,required", "loginName,login-name", "name,required", "gender,gender", "mobile,mobile",
			"staffType,staff-type", "enabled,required", "title,text" })
	void reportsWhichFieldIsWrong(String field, String code) {
		HisUser row = new HisUser(field.equals("userId") ? " " : "1", field.equals("loginName") ? "a b" : "zhang",
				field.equals("name") ? null : "张三", field.equals("gender") ? "3" : "1",
				field.equals("mobile") ? "12345" : null, "H1", "03", "内科",
				field.equals("staffType") ? "JANITOR" : "DOCTOR", field.equals("title") ? "\u0007" : null,
				field.equals("enabled") ? null : true, "2026-11-22T08:00:00Z");

		PageChanges page = compared(EVERYBODY, List.of(), row);

		assertThat(page.failures()).singleElement().satisfies((failure) -> {
			assertThat(failure.field()).isEqualTo(field);
			assertThat(failure.code()).isEqualTo(code);
			assertThat(failure.source()).isEqualTo(HIS);
		});
	}

	@Test
	void knowsTheLatestChange() {
		SyncPage page = new SyncPage(
				List.of(row("1", "zhang", "H1", true),
						new HisUser("2", null, null, null, null, null, null, null, null, null, null,
								"2026-11-23T16:00:00+08:00"),
						new HisUser("3", null, null, null, null, null, null, null, null, null, null, "yesterday")),
				1, 1, EVERYBODY);

		assertThat(page.newest()).contains(Instant.parse("2026-11-23T08:00:00Z"));
	}

	private static PageChanges compared(SyncRange range, List<SyncedUser> users, HisUser... rows) {
		SyncPage page = new SyncPage(List.of(rows), 1, 1, range);
		Map<String, SyncedUser> known = new HashMap<>();
		Map<String, SyncedUser> owners = new HashMap<>();
		users.forEach((user) -> {
			if (HIS.equals(user.source())) {
				known.put(user.member().hisUserId(), user);
			}
			owners.put(user.member().loginKey(), user);
		});
		return page.compare(new Meanwhile(Map.of(), known, owners, Map.of()), StaffMember::toString);
	}

	private static SyncCounts counts(int fetched, int created, int updated, int deactivated, int unchanged,
			int failed) {
		return new SyncCounts(fetched, created, updated, deactivated, 0, unchanged, failed);
	}

	private static SyncedUser known(HisUser row) {
		return new SyncedUser(UUID.randomUUID(), HIS, member(row));
	}

	private static StaffMember member(HisUser row) {
		return RowReader.read(row, HOSPITAL.id());
	}

	private static HisUser row(String id, String loginName, @Nullable String orgCode, boolean enabled) {
		return new HisUser(id, loginName, "张三", "1", "13800000001", orgCode, "03", "内科", "DOCTOR", "主治医师", enabled,
				"2026-11-22T08:00:00Z");
	}

	private static SyncRange range(@Nullable UUID only, DataScope scope) {
		return new SyncRange(HIS, List.of(HOSPITAL, CLINIC, ELSEWHERE), SyncPageTests::responsible, only, scope);
	}

	private static Optional<String> responsible(Organization organization) {
		return Optional.ofNullable(organization.systemApiUrl());
	}

	private static Organization organization(String code, String his) {
		return new Organization(UUID.randomUUID(), code, code, "500229", CONSORTIUM, true, his);
	}

}
