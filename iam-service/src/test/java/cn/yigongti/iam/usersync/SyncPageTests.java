package cn.yigongti.iam.usersync;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import cn.yigongti.cloudhis.HisUser;
import cn.yigongti.iam.directory.Organization;
import cn.yigongti.iam.user.StaffMember;
import cn.yigongti.platform.caller.DataScope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class SyncPageTests {

	private static final Organization HOSPITAL = organization("H1");

	private static final Organization CLINIC = organization("V1");

	private static final SyncRange EVERYBODY = new SyncRange(List.of(HOSPITAL, CLINIC), null, DataScope.ALL);

	@Test
	void takesOverWhoIsNew() {
		SyncPage page = compared(EVERYBODY, Map.of(), Map.of(), row("1", "zhang", "H1", true));

		assertThat(page.added()).singleElement()
			.satisfies((member) -> assertThat(member.organizationId()).isEqualTo(HOSPITAL.id()));
		assertThat(page.counts()).isEqualTo(new SyncCounts(1, 1, 0, 0, 0, 0));
	}

	@Test
	void leavesAloneWhoIsAsBefore() {
		StaffMember known = RowReader.read(row("1", "zhang", "H1", true), HOSPITAL.id());

		SyncPage page = compared(EVERYBODY, Map.of("1", known), Map.of("zhang", "1"), row("1", "zhang", "H1", true));

		assertThat(page.counts()).isEqualTo(new SyncCounts(1, 0, 0, 0, 1, 0));
	}

	@Test
	void movesWhoWorksElsewhereNow() {
		StaffMember known = RowReader.read(row("1", "zhang", "H1", true), HOSPITAL.id());

		SyncPage page = compared(EVERYBODY, Map.of("1", known), Map.of("zhang", "1"), row("1", "zhang", "V1", true));

		assertThat(page.changed()).singleElement()
			.satisfies((member) -> assertThat(member.organizationId()).isEqualTo(CLINIC.id()));
		assertThat(page.counts()).isEqualTo(new SyncCounts(1, 0, 1, 0, 0, 0));
	}

	@Test
	void deactivatesWhoIsDisabledAndDoesNotTakeOverWhoAlwaysWas() {
		StaffMember known = RowReader.read(row("1", "zhang", "H1", true), HOSPITAL.id());

		SyncPage page = compared(EVERYBODY, Map.of("1", known), Map.of("zhang", "1"), row("1", "zhang", "H1", false),
				row("2", "wang", "H1", false));

		assertThat(page.deactivated()).containsExactly("1");
		assertThat(page.added()).isEmpty();
		assertThat(page.counts()).isEqualTo(new SyncCounts(2, 0, 0, 1, 1, 0));
	}

	@Test
	void reportsALoginNameThatIsSomebodyElsesHoweverItIsWritten() {
		SyncPage page = compared(EVERYBODY, Map.of(), Map.of("zhang", "9"), row("1", "ZHANG", "H1", true),
				row("2", "wang", "H1", true), row("3", "Wang", "H1", true));

		assertThat(page.failures()).extracting(RowFailure::rowNumber, RowFailure::code)
			.containsExactly(tuple(1, "duplicate-login-name"), tuple(3, "duplicate-login-name"));
		assertThat(page.added()).hasSize(1);
	}

	@Test
	void aLoginNameGivenUpCanBeTakenByTheNext() {
		StaffMember known = RowReader.read(row("1", "zhang", "H1", true), HOSPITAL.id());

		SyncPage page = compared(EVERYBODY, Map.of("1", known), Map.of("zhang", "1"), row("1", "zhang2", "H1", true),
				row("2", "zhang", "H1", true));

		assertThat(page.counts()).isEqualTo(new SyncCounts(2, 1, 1, 0, 0, 0));
	}

	@Test
	void theSameRowTwiceCountsOnce() {
		SyncPage page = compared(EVERYBODY, Map.of(), Map.of(), row("1", "zhang", "H1", true),
				row("1", "zhang", "H1", true));

		assertThat(page.counts()).isEqualTo(new SyncCounts(2, 1, 0, 0, 1, 0));
	}

	@Test
	void reportsAnOrganizationNobodyKnows() {
		SyncPage page = compared(EVERYBODY, Map.of(), Map.of(), row("1", "zhang", "X9", true));

		assertThat(page.failures()).singleElement().satisfies((failure) -> {
			assertThat(failure.field()).isEqualTo("orgCode");
			assertThat(failure.code()).isEqualTo("unknown-organization");
		});
	}

	@Test
	void passesOverOrganizationsThatAreNotMeant() {
		SyncRange clinicOnly = new SyncRange(List.of(HOSPITAL, CLINIC), CLINIC.id(), DataScope.ALL);

		SyncPage page = compared(clinicOnly, Map.of(), Map.of(), row("1", "zhang", "H1", true),
				row("2", "wang", "V1", true), row("3", "zhao", "X9", true));

		assertThat(page.counts()).isEqualTo(new SyncCounts(3, 1, 0, 0, 0, 0));
	}

	@Test
	void passesOverOrganizationsOutOfTheRequestersReach() {
		UUID own = UUID.randomUUID();
		DataScope scope = new DataScope(false, Set.of(HOSPITAL.id()), Set.of(own), Set.of());
		SyncRange reach = new SyncRange(List.of(HOSPITAL, CLINIC), null, scope);

		SyncPage page = compared(reach, Map.of(), Map.of(), row("1", "zhang", "H1", true),
				row("2", "wang", "V1", true));

		assertThat(page.added()).extracting(StaffMember::hisUserId).containsExactly("1");
	}

	@ParameterizedTest
	@CsvSource({ "loginName, zhang san, login-name", "gender, 7, gender", "mobile, 12345, mobile",
			"staffType, JANITOR, staff-type", "name, '', required", "userId, '', required" })
	void saysWhichFieldIsWrongAndWhy(String field, String value, String code) {
		HisUser row = new HisUser(field.equals("userId") ? value : "1", field.equals("loginName") ? value : "zhang",
				field.equals("name") ? value : "张三", field.equals("gender") ? value : "1",
				field.equals("mobile") ? value : "13800000001", "H1", null, null,
				field.equals("staffType") ? value : "DOCTOR", null, true, null);

		SyncPage page = compared(EVERYBODY, Map.of(), Map.of(), row, row("2", "wang", "H1", true));

		assertThat(page.failures()).singleElement().satisfies((failure) -> {
			assertThat(failure.field()).isEqualTo(field);
			assertThat(failure.code()).isEqualTo(code);
		});
		assertThat(page.added()).as("the row after it").hasSize(1);
	}

	private static SyncPage compared(SyncRange range, Map<String, StaffMember> known, Map<String, String> owners,
			HisUser... rows) {
		SyncPage page = new SyncPage(List.of(rows), 1, range);
		page.compare(known, owners, 1);
		return page;
	}

	private static HisUser row(String id, String loginName, @Nullable String orgCode, boolean enabled) {
		return new HisUser(id, loginName, "张三", "1", "13800000001", orgCode, "03", "内科", "DOCTOR", "主治医师", enabled,
				"2026-11-22T08:00:00Z");
	}

	private static Organization organization(String code) {
		return new Organization(UUID.randomUUID(), code, code, "500229", null, true);
	}

}
