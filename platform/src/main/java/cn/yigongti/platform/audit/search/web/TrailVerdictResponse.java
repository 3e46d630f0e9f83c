package cn.yigongti.platform.audit.search.web;

import java.util.UUID;

import cn.yigongti.platform.audit.chain.Flaw;
import cn.yigongti.platform.audit.chain.Verdict;
import org.jspecify.annotations.Nullable;

record TrailVerdictResponse(boolean intact, long from, long to, String seal, @Nullable TrailFlaw flaw) {

	record TrailFlaw(Flaw.Kind kind, @Nullable Long number, @Nullable UUID entryId) {

	}

	static TrailVerdictResponse of(Verdict verdict) {
		Flaw flaw = verdict.flaw();
		return new TrailVerdictResponse(verdict.intact(), verdict.from(), verdict.to(), verdict.seal(),
				(flaw != null) ? new TrailFlaw(flaw.kind(), flaw.number(), flaw.entryId()) : null);
	}

}
