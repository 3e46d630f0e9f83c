package cn.yigongti.org.region;

import java.time.LocalDate;
import java.util.Optional;

import cn.yigongti.org.code.CodeSystem;
import cn.yigongti.org.code.DivisionCode;
import cn.yigongti.org.code.DivisionLevel;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/** What must hold of a division before it is written down. */
final class RegionRules {

	private static final String WRITE = "region:write";

	private RegionRules() {
	}

	/**
	 * Lets a sound code within the caller's reach pass.
	 * @throws InvalidInput when the code is none
	 * @throws BeyondReach when the caller's grants don't cover it
	 */
	static void checkCode(Caller caller, String code) {
		CodeSystem.DIVISION.flawIn(code).ifPresent((flaw) -> {
			throw new InvalidInput("/code", flaw.kind(), flaw.arguments().toArray());
		});
		if (!caller.scopeOf(WRITE).coversRegion(code)) {
			throw new BeyondReach(code);
		}
	}

	/**
	 * Checks the dates of a division against each other and against the one above.
	 * @param parent the division its code begins with, if we have it
	 * @throws InvalidInput when they contradict each other, or there is none above
	 */
	static void checkFacts(DivisionCode code, RegionFacts facts, @Nullable Region parent) {
		LocalDate establishedOn = facts.establishedOn();
		if (establishedOn != null && !facts.outlasts(establishedOn)) {
			throw new InvalidInput("/abolishedOn", "after", establishedOn.toString());
		}
		String above = parentOf(code.value()).orElse(null);
		if (above == null) {
			return;
		}
		if (parent == null) {
			throw new InvalidInput("/code", "unknown-parent", above);
		}
		LocalDate end = parent.facts().abolishedOn();
		if (end != null && facts.outlasts(end)) {
			throw new InvalidInput("/abolishedOn", "outlasts-parent", above, end.toString());
		}
	}

	/** The code of the division above: all but the last three digits. */
	static Optional<String> parentOf(String code) {
		return (code.length() > DivisionLevel.COUNTY.digits()) ? Optional.of(code.substring(0, code.length() - 3))
				: Optional.empty();
	}

}
