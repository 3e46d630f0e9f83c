package cn.yigongti.org.organizationimport.row;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The rows of a file that have the same code.
 *
 * @param first line of the first of them
 * @param last line of the last of them
 * @param outcome of the first
 * @param organizationId of the first
 */
public record Namesake(String code, int first, int last, RowOutcome outcome, @Nullable UUID organizationId) {

	public boolean isRepeated() {
		return this.first != this.last;
	}

	/** Another line than this one that has the code. */
	public int otherThan(int line) {
		return (line == this.first) ? this.last : this.first;
	}

}
