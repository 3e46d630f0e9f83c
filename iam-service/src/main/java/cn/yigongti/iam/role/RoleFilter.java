package cn.yigongti.iam.role;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Which roles to list.
 *
 * @param query beginning of the code, or part of the name
 * @param permission that they hold
 */
public record RoleFilter(@Nullable @Size(max = 64) String query, @Nullable Boolean builtIn,
		@Nullable @Size(max = 80) String permission) {

}
