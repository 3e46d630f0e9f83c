package cn.yigongti.org.consortium;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import cn.yigongti.org.organization.Organization;
import cn.yigongti.org.organization.Organizations;
import cn.yigongti.org.organization.Register;
import cn.yigongti.org.organization.RegisteredOrganization;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.InvalidInput;
import cn.yigongti.platform.problem.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes organizations into a consortium from a day on: all of them, or none. */
@Component
public class JoinConsortium {

	private final Consortia consortia;

	private final Memberships memberships;

	private final Members members;

	private final ConsortiumRegister consortiumRegister;

	private final Organizations organizations;

	private final Register register;

	private final AuditTrail audit;

	JoinConsortium(Consortia consortia, Memberships memberships, Members members, ConsortiumRegister consortiumRegister,
			Organizations organizations, Register register, AuditTrail audit) {
		this.consortia = consortia;
		this.memberships = memberships;
		this.members = members;
		this.consortiumRegister = consortiumRegister;
		this.organizations = organizations;
		this.register = register;
		this.audit = audit;
	}

	/**
	 * Takes one in, and tells of it as it is before anybody can change it again.
	 * @throws MembersRefused when it can't join
	 */
	@Transactional
	public Member join(Caller caller, UUID consortiumId, UUID organizationId, LocalDate joinedOn) {
		join(caller, consortiumId, List.of(organizationId), joinedOn, (position) -> Optional.empty());
		return this.members.joined(consortiumId, List.of(organizationId), joinedOn).getFirst();
	}

	/**
	 * Takes all in.
	 * @throws MembersRefused naming each that can't join
	 */
	@Transactional
	public List<Member> joinAll(Caller caller, UUID consortiumId, List<UUID> organizationIds, LocalDate joinedOn) {
		join(caller, consortiumId, organizationIds, joinedOn, Optional::of);
		return this.members.joined(consortiumId, new HashSet<>(organizationIds), joinedOn);
	}

	private void join(Caller caller, UUID consortiumId, List<UUID> organizationIds, LocalDate joinedOn,
			Function<Integer, Optional<Integer>> position) {
		Consortium consortium = this.consortia.readById(consortiumId)
			.filter((found) -> this.consortiumRegister.findToWrite(caller, consortiumId).isPresent())
			.orElseThrow(() -> new NotFound("consortium", consortiumId));
		if (joinedOn.isBefore(consortium.establishedOn())) {
			throw new InvalidInput("/joinedOn", "not-before", consortium.establishedOn().toString());
		}
		List<MembersRefused.Refusal> refusals = refusals(caller, consortium, organizationIds, joinedOn, position);
		if (!refusals.isEmpty()) {
			throw new MembersRefused(refusals);
		}
		this.memberships
			.saveAll(organizationIds.stream().map((id) -> Membership.joined(consortiumId, id, joinedOn)).toList());
		organizationIds
			.forEach((id) -> this.audit.record(caller, "consortium:join", "member", consortiumId + "/" + id, null));
	}

	private List<MembersRefused.Refusal> refusals(Caller caller, Consortium consortium, List<UUID> organizationIds,
			LocalDate joinedOn, Function<Integer, Optional<Integer>> position) {
		Candidates candidates = candidates(caller, organizationIds, joinedOn);
		List<MembersRefused.Refusal> refusals = new ArrayList<>();
		Set<UUID> named = new HashSet<>();
		for (int i = 0; i < organizationIds.size(); i++) {
			UUID id = organizationIds.get(i);
			Integer place = position.apply(i).orElse(null);
			(named.add(id) ? candidates.refusalOf(id, consortium) : Optional.of(MembersRefused.Reason.REPEATED))
				.map((reason) -> new MembersRefused.Refusal(place, reason, knownConsortium(caller, candidates, id)))
				.ifPresent(refusals::add);
		}
		return refusals;
	}

	private Candidates candidates(Caller caller, List<UUID> ids, LocalDate joinedOn) {
		Map<UUID, Organization> locked = this.organizations.lockAll(ids)
			.stream()
			.collect(Collectors.toMap(Organization::id, Function.identity()));
		Set<UUID> visible = this.register.lookUp(caller, ids)
			.stream()
			.map(RegisteredOrganization::id)
			.collect(Collectors.toSet());
		Map<UUID, UUID> taken = this.memberships.findReachingBeyond(ids, joinedOn)
			.stream()
			.collect(Collectors.toMap(Membership::organizationId, Membership::consortiumId, (first, later) -> first));
		return new Candidates(locked, visible, taken, joinedOn);
	}

	private @Nullable RegisteredConsortium knownConsortium(Caller caller, Candidates candidates, UUID organizationId) {
		UUID consortiumId = candidates.taken().get(organizationId);
		return (consortiumId != null) ? this.consortiumRegister.find(caller, consortiumId, null).orElse(null) : null;
	}

	/**
	 * Those who want in; {@code taken} says in which consortium an organization is on or
	 * after the day.
	 */
	private record Candidates(Map<UUID, Organization> organizations, Set<UUID> visible, Map<UUID, UUID> taken,
			LocalDate joinedOn) {

		Optional<MembersRefused.Reason> refusalOf(UUID id, Consortium consortium) {
			Organization organization = this.organizations.get(id);
			if (organization == null || !this.visible.contains(id)) {
				return Optional.of(MembersRefused.Reason.UNKNOWN);
			}
			if (this.taken.containsKey(id)) {
				return Optional.of(MembersRefused.Reason.ALREADY_MEMBER);
			}
			if (!consortium.takes(organization, this.joinedOn)) {
				return Optional.of(MembersRefused.Reason.OTHER_COUNTY);
			}
			return organization.history().staysOpenFrom(this.joinedOn) ? Optional.empty()
					: Optional.of(MembersRefused.Reason.NOT_ACTIVE);
		}

	}

}
