package cn.yigongti.dev.demo;

import java.time.LocalDate;
import java.util.List;

import cn.yigongti.dev.county.DemoCounty;
import cn.yigongti.dev.county.PlannedConsortium;
import cn.yigongti.dev.county.PlannedOrganization;
import cn.yigongti.dev.county.PlannedOrganization.Tier;
import org.jspecify.annotations.Nullable;

/**
 * Registers the organizations, parents before their clinics, and joins them to their
 * consortia.
 */
final class RegisterOrganizations {

	private final ApiClient operator;

	private final Journal journal;

	RegisterOrganizations(ApiClient operator, Journal journal) {
		this.operator = operator;
		this.journal = journal;
	}

	void register(DemoCounty county) throws Exception {
		List<PlannedOrganization> all = county.organizations().toList();
		Parallel.forEach(all.stream().filter((one) -> one.tier() != Tier.VILLAGE).toList(), this::register);
		Parallel.forEach(all.stream().filter((one) -> one.tier() == Tier.VILLAGE).toList(), this::register);
	}

	void join(PlannedConsortium consortium) throws Exception {
		String id = this.journal.once(item(consortium), () -> {
			NewConsortium body = new NewConsortium(consortium.name(), consortium.countyCode(), id(consortium.lead()),
					consortium.establishedOn(), 7);
			return this.operator.create("/api/v1/consortia", key(item(consortium)), body).path("id").asString();
		});
		this.journal.once("members/" + consortium.countyCode(), () -> {
			List<String> others = consortium.members()
				.stream()
				.filter((member) -> !member.equals(consortium.lead()))
				.map(this::id)
				.toList();
			this.operator.create("/api/v1/consortia/" + id + "/members", key("members/" + consortium.countyCode()),
					new NewMembers(others, consortium.establishedOn()));
			return "joined";
		});
	}

	private void register(PlannedOrganization planned) throws Exception {
		this.journal.once(item(planned), () -> {
			PlannedOrganization one = planned;
			String parentId = (one.parentKey() != null) ? this.journal.get("organization/" + one.parentKey()) : null;
			NewOrganization body = new NewOrganization(one.name(), one.shortName(), one.type(), one.tier(),
					one.creditCode(), one.institutionCode(), one.regionCode(), parentId, one.address(), one.phone(),
					one.beds(), one.openedOn());
			return this.operator.create("/api/v1/organizations", key(item(one)), body).path("id").asString();
		});
	}

	private String id(PlannedOrganization organization) {
		return this.journal.get(item(organization));
	}

	static String item(PlannedOrganization organization) {
		return "organization/" + organization.key();
	}

	static String item(PlannedConsortium consortium) {
		return "consortium/" + consortium.countyCode();
	}

	private static String key(String item) {
		return "demo:" + item;
	}

	private record NewOrganization(String name, String shortName, String type, Tier tier, @Nullable String creditCode,
			String institutionCode, String regionCode, @Nullable String parentId, String address, String phone,
			@Nullable Integer beds, LocalDate openedOn) {
	}

	private record NewConsortium(String name, String regionCode, String leadOrganizationId, LocalDate establishedOn,
			int referralValidityDays) {
	}

	private record NewMembers(List<String> organizationIds, LocalDate joinedOn) {
	}

}
