package cn.yigongti.iam.usersync.web;

import org.jspecify.annotations.Nullable;

/**
 * A row that could not be taken over.
 *
 * @param source address of the HIS
 * @param row its number there, counted from 1
 */
record RowFailureResponse(String source, int row, @Nullable String userId, @Nullable String loginName,
		@Nullable String orgCode, String field, String code, String detail) {

}
