package cn.yigongti.referral.relation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import cn.yigongti.referral.directory.Organization;
import cn.yigongti.referral.party.Party;

/**
 * The one-click rule (一键配置): the chosen organization and every other active member of its
 * consortium may refer to each other, with the type their tiers ask for. Lower members
 * refer up to it and it refers down to them, and the other way round; members of its tier
 * refer at the same level.
 *
 * @param wanted two relations for each other active member
 * @param skipped members that get none
 */
public record OneClickConfiguration(List<ReferralRelation> wanted, List<Skipped> skipped) {

	/** An organization left out, and why. */
	public record Skipped(UUID organizationId, String reason) {
	}

	static OneClickConfiguration of(Organization chosen, List<Organization> members, Instant now) {
		List<Organization> others = members.stream().filter((member) -> !member.id().equals(chosen.id())).toList();
		Party hub = Party.of(chosen);
		List<ReferralRelation> wanted = others.stream()
			.filter((member) -> !member.isClosed())
			.map(Party::of)
			.flatMap((member) -> Stream.of(relation(member, hub, now), relation(hub, member, now)))
			.toList();
		List<Skipped> skipped = others.stream()
			.filter(Organization::isClosed)
			.map((member) -> new Skipped(member.id(), "organization-closed"))
			.toList();
		return new OneClickConfiguration(wanted, skipped);
	}

	private static ReferralRelation relation(Party source, Party target, Instant now) {
		return ReferralRelation.between(source, target, ReferralType.between(source.tier(), target.tier()), now);
	}

}
