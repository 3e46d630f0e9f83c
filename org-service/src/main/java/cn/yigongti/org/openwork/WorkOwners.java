package cn.yigongti.org.openwork;

import java.util.List;
import java.util.UUID;

import cn.yigongti.platform.remote.DependencyUnavailable;

import org.springframework.stereotype.Component;

/**
 * All who may have work under way for an organization. They are asked one after the other
 * over the network, so never while a row is locked.
 */
@Component
public class WorkOwners {

	private final List<WorkOwner> owners;

	WorkOwners(List<WorkOwner> owners) {
		this.owners = List.copyOf(owners);
	}

	/**
	 * Asks each of them.
	 * @return of those that have any work for it
	 * @throws DependencyUnavailable when one can't be asked now
	 */
	public List<OpenWork> askAbout(UUID organization) {
		return this.owners.stream()
			.map((owner) -> owner.openWorkOf(organization))
			.filter((work) -> !work.isNone())
			.toList();
	}

}
