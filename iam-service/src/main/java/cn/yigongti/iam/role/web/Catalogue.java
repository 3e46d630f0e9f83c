package cn.yigongti.iam.role.web;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A catalogue: a collection that always comes whole. */
record Catalogue<T>(List<T> items, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor, int total) {

	static <T> Catalogue<T> of(List<T> items) {
		return new Catalogue<>(items, null, items.size());
	}

}
