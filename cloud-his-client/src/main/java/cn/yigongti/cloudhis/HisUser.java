package cn.yigongti.cloudhis;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * One row of the HIS, as it says so. Nothing is checked here: a row may be wrong in any
 * field, and one bad row must not spoil its page.
 *
 * @param orgCode the HIS's code of the organization: our {@code institutionCode}
 * @param updatedAt ISO-8601 instant
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record HisUser(@Nullable String userId, @Nullable String loginName, @Nullable String name,
		@Nullable String gender, @Nullable String mobile, @Nullable String orgCode, @Nullable String deptCode,
		@Nullable String deptName, @Nullable String staffType, @Nullable String title, @Nullable Boolean enabled,
		@Nullable String updatedAt) {

}
