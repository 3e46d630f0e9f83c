package cn.yigongti.org.systemconfig;

import java.util.UUID;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Which organizations' configurations are asked for; what is absent doesn't narrow.
 *
 * @param consortiumId members of it today
 * @param regionCode prefix of the division code
 * @param query part of the organization's name or short name
 */
public record SystemConfigFilter(@Nullable UUID consortiumId,
		@Nullable @Pattern(regexp = "[0-9]{1,12}", message = "{field.digits}") String regionCode,
		@Nullable @Size(min = 1, max = 50) String query) {

}
