package cn.yigongti.consultation.relation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import cn.yigongti.consultation.directory.Organization;
import cn.yigongti.consultation.party.Party;

/**
 * The one-click rule (一键配置): every active member of the consortium may apply to each
 * chosen centre, but for the centre's own organization.
 *
 * @param wanted one relation for each centre and each other active member
 * @param skipped members that get none to a centre or to any
 */
public record OneClickConfiguration(List<ConsultationRelation> wanted, List<Skipped> skipped) {

	/** An organization left out, and why. */
	public record Skipped(UUID organizationId, String reason) {
	}

	/** A chosen centre and its organization as it is today. */
	record Chosen(UUID centerId, Organization organization) {

		boolean is(Organization member) {
			return member.id().equals(this.organization.id());
		}

	}

	static OneClickConfiguration of(Collection<Chosen> centers, List<Organization> members, Instant now) {
		List<ConsultationRelation> wanted = members.stream()
			.filter((member) -> !member.isClosed())
			.flatMap((member) -> centers.stream()
				.filter((center) -> !center.is(member))
				.map((center) -> ConsultationRelation.between(Party.of(member), center.centerId(),
						Party.of(center.organization()), now)))
			.toList();
		List<Skipped> skipped = members.stream().flatMap((member) -> skipped(member, centers)).toList();
		return new OneClickConfiguration(wanted, skipped);
	}

	private static Stream<Skipped> skipped(Organization member, Collection<Chosen> centers) {
		if (member.isClosed()) {
			return Stream.of(new Skipped(member.id(), "organization-closed"));
		}
		return centers.stream().anyMatch((center) -> center.is(member))
				? Stream.of(new Skipped(member.id(), "is-the-center")) : Stream.empty();
	}

}
