package cn.yigongti.consultation.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import cn.yigongti.consultation.center.Centers;
import cn.yigongti.consultation.center.ConsultationCenter;
import cn.yigongti.consultation.directory.Organization;
import cn.yigongti.platform.caller.DataScope;
import cn.yigongti.platform.problem.InvalidInput;
import cn.yigongti.platform.problem.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** The centres somebody clicks on, checked before anything is written. */
@Component
class ChosenCenters {

	private static final String CENTERS = "/centerIds/";

	private final Centers centers;

	ChosenCenters(Centers centers) {
		this.centers = centers;
	}

	/**
	 * The centres with these ids, in this order.
	 * @throws NotFound when one is not there or not in scope
	 * @throws InvalidInput when one is given twice or is of another consortium
	 */
	List<ConsultationCenter> find(UUID consortiumId, List<UUID> ids, DataScope scope) {
		Map<UUID, ConsultationCenter> found = this.centers.findByIdIn(ids)
			.stream()
			.filter((center) -> center.organization().isWithin(scope))
			.collect(Collectors.toMap(ConsultationCenter::id, Function.identity()));
		List<ConsultationCenter> chosen = new ArrayList<>();
		for (UUID id : ids) {
			ConsultationCenter center = found.get(id);
			if (center == null) {
				throw new NotFound("consultation centre", id);
			}
			String pointer = CENTERS + chosen.size();
			check(!chosen.contains(center), pointer, "repeated");
			check(center.consortiumId().equals(consortiumId), pointer, "other-consortium");
			check(center.active(), pointer, "center-inactive");
			chosen.add(center);
		}
		return chosen;
	}

	/**
	 * The same with what their organizations are among the members.
	 * @throws InvalidInput when one has left or is closed
	 */
	List<OneClickConfiguration.Chosen> among(List<Organization> members, List<ConsultationCenter> centers) {
		Map<UUID, Organization> byId = members.stream()
			.collect(Collectors.toMap(Organization::id, Function.identity()));
		List<OneClickConfiguration.Chosen> chosen = new ArrayList<>();
		for (ConsultationCenter center : centers) {
			String pointer = CENTERS + chosen.size();
			@Nullable Organization organization = byId.get(center.organization().id());
			if (organization == null) {
				throw new InvalidInput(pointer, "not-a-member");
			}
			check(!organization.isClosed(), pointer, "organization-closed");
			chosen.add(new OneClickConfiguration.Chosen(center.id(), organization));
		}
		return chosen;
	}

	/**
	 * Lets them stay active until the transaction ends.
	 * @throws InvalidInput when one of them isn't any more
	 */
	void hold(List<UUID> ids) {
		List<UUID> active = this.centers.holdActive(ids);
		for (int i = 0; i < ids.size(); i++) {
			check(active.contains(ids.get(i)), CENTERS + i, "center-inactive");
		}
	}

	private static void check(boolean rule, String pointer, String flaw) {
		if (!rule) {
			throw new InvalidInput(pointer, flaw);
		}
	}

}
