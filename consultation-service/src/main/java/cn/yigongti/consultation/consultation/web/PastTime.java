package cn.yigongti.consultation.consultation.web;

import java.time.Instant;

import cn.yigongti.consultation.consultation.Rights;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/** A time in the past, which only who brings history along may give. */
public final class PastTime {

	private PastTime() {
	}

	/** Refuses it of everybody else. */
	public static void check(Caller caller, @Nullable Instant given) {
		if (given != null && !caller.may(Rights.IMPORT)) {
			throw new ProblemException(HttpStatus.FORBIDDEN, "permission-missing", Rights.IMPORT);
		}
	}

}
