package cn.yigongti.org.organizationimport.row;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** A row as it is put down before anybody looks at it closely. */
record NewRow(int line, List<String> cells, int turn, String name, @Nullable String institutionCode,
		@Nullable String creditCode) {

	static NewRow of(int line, List<String> cells, ReadRow read) {
		return new NewRow(line, cells, read.turn(), Objects.requireNonNullElse(read.draft().name(), ""),
				read.draft().institutionCode(), read.draft().creditCode());
	}

}
