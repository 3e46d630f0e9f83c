package cn.yigongti.org.organizationimport.web;

import cn.yigongti.org.organizationimport.row.RowOutcome;
import org.jspecify.annotations.Nullable;

/** Which rows are asked for; what is absent doesn't narrow. */
record RowFilter(@Nullable RowOutcome outcome) {

}
