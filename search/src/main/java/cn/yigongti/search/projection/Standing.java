package cn.yigongti.search.projection;

import java.util.ArrayList;
import java.util.List;

import cn.yigongti.search.server.IndexNames;
import org.jspecify.annotations.Nullable;

/** What there is of an index, and whether the process at hand may work on it. */
record Standing(@Nullable LiveIndex live, @Nullable Rebuild open) {

	/**
	 * While a new version of the service is rolled out, processes with an older mapping
	 * leave the index to those with the newer one: their documents wouldn't fit.
	 */
	boolean belongsTo(String fingerprint) {
		if (this.open != null) {
			return this.open.fingerprint().equals(fingerprint);
		}
		return this.live != null && this.live.fingerprint().equals(fingerprint);
	}

	boolean isBuilding() {
		return this.open != null && this.open.state() == Rebuild.State.RUNNING;
	}

	/** Where a change is to be written: what is searched, and what soon will be. */
	List<String> targets(IndexNames names) {
		List<String> targets = new ArrayList<>();
		if (this.live != null) {
			targets.add(names.live());
		}
		if (isBuilding()) {
			targets.add(names.building());
		}
		return targets;
	}

	/** Whether what is searched has a mapping that documents needn't fit any more. */
	boolean isOutgrown() {
		return this.live != null && this.open != null && !this.live.fingerprint().equals(this.open.fingerprint());
	}

}
