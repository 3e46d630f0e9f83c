package cn.yigongti.org.openwork;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** How an owner of work answers, which may lack anything. */
record OpenCounts(@Nullable List<@Nullable OpenCount> items) {

	record OpenCount(@Nullable UUID organizationId, long asSource, long asTarget) {
	}

}
