package cn.yigongti.org.organizationimport;

import org.jspecify.annotations.Nullable;

/** Which imports are asked for; what is absent doesn't narrow. */
public record ImportFilter(@Nullable ImportState state) {

}
