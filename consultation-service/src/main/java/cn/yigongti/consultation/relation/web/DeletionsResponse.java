package cn.yigongti.consultation.relation.web;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What became of a bulk deletion.
 *
 * @param notFound ids that are not there or out of the caller's scope
 */
record DeletionsResponse(List<UUID> deleted, List<UUID> notFound) {

	static DeletionsResponse of(Collection<UUID> asked, List<UUID> deleted) {
		Set<UUID> gone = Set.copyOf(deleted);
		return new DeletionsResponse(deleted, asked.stream().filter((id) -> !gone.contains(id)).sorted().toList());
	}

}
