package cn.yigongti.org.openwork;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import cn.yigongti.platform.remote.DependencyUnavailable;
import cn.yigongti.platform.remote.RemoteProblem;
import feign.FeignException;
import org.jspecify.annotations.Nullable;

/**
 * What a service has under way, as it counts it itself.
 *
 * @param owner the service
 * @param work by which word its resources are called
 * @param client asks it
 */
record CountedWork(String owner, String work, Function<UUID, @Nullable OpenCounts> client) implements WorkOwner {

	@Override
	public OpenWork openWorkOf(UUID organization) {
		try {
			return read(this.client.apply(organization), organization);
		}
		catch (RemoteProblem | FeignException ex) {
			throw new DependencyUnavailable(this.owner, ex);
		}
	}

	/** It must be about this organization, and about nothing else. */
	private OpenWork read(@Nullable OpenCounts answer, UUID organization) {
		List<OpenCounts.@Nullable OpenCount> items = (answer != null && answer.items() != null) ? answer.items()
				: List.of();
		OpenCounts.OpenCount count = (items.size() == 1) ? items.getFirst() : null;
		if (count == null || !organization.equals(count.organizationId()) || count.asSource() < 0
				|| count.asTarget() < 0) {
			throw new DependencyUnavailable(this.owner + " (its answer is none)", null);
		}
		return new OpenWork(this.work, count.asSource(), count.asTarget());
	}

}
