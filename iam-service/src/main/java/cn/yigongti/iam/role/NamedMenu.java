package cn.yigongti.iam.role;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** A menu entry with its name in the reader's language. */
public record NamedMenu(String code, String name, @Nullable String path, @Nullable String permission,
		List<NamedMenu> children) {

}
