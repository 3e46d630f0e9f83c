package cn.yigongti.org.consortium;

import java.time.LocalDate;

/**
 * Something done to a hospital.
 *
 * @param consortium its position, where that matters
 * @param date from which it holds, where that matters; what is about the hospital alone
 * holds from today on
 */
record Deed(Kind kind, int consortium, int hospital, LocalDate date) {

	enum Kind {

		ESTABLISH, JOIN, LEAVE, LEAD, CLOSE, REOPEN, MOVE, CHANGE_TIER

	}

}
