package cn.yigongti.org.organizationimport;

import cn.yigongti.org.organizationimport.row.RowOutcome;

/**
 * How many rows there are, and what became of those that have been looked at.
 *
 * @param rows read so far
 * @param accepted nothing is wrong with them
 * @param unchanged say what the register says
 * @param applied are in the register now
 */
public record Tally(int rows, int checked, int accepted, int rejected, int unchanged, int applied) {

	public static final Tally NONE = ofRows(0);

	/** A tally to begin with, when all rows have been read. */
	public static Tally ofRows(int rows) {
		return new Tally(rows, 0, 0, 0, 0, 0);
	}

	/** The same with one more row looked at. */
	public Tally plus(RowOutcome outcome) {
		return new Tally(this.rows, this.checked + 1, this.accepted + count(outcome, RowOutcome.ACCEPTED),
				this.rejected + count(outcome, RowOutcome.REJECTED),
				this.unchanged + count(outcome, RowOutcome.UNCHANGED), this.applied);
	}

	private static int count(RowOutcome outcome, RowOutcome counted) {
		return (outcome == counted) ? 1 : 0;
	}

	/** The same when all that were accepted are in the register. */
	public Tally allApplied() {
		return new Tally(this.rows, this.checked, this.accepted, this.rejected, this.unchanged, this.accepted);
	}

}
