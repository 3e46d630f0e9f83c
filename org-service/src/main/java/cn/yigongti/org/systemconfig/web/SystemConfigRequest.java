package cn.yigongti.org.systemconfig.web;

import cn.yigongti.org.systemconfig.Settings;
import cn.yigongti.platform.outbound.AllowedAddress;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What shall be set at an organization; what is left out is inherited. */
record SystemConfigRequest(
		@Schema(example = "城口县医共体信息平台") @Nullable @Size(max = 60) @Pattern(regexp = PRINTABLE,
				message = "{field.control-character}") @Pattern(regexp = NOT_BLANK,
						message = "{field.not-blank}") String systemName,
		@Schema(description = "Cloud HIS",
				example = "https://his.example.cn/api") @Nullable @AllowedAddress String systemApiUrl,
		@Schema(description = "remote consultation",
				example = "https://consultation.example.cn") @Nullable @AllowedAddress String consultationApiUrl,
		@Schema(example = "https://platform.example.cn") @Nullable @AllowedAddress String platformUrl,
		@Nullable Boolean regional) {

	/** Nor what turns the direction of writing, or can't be seen. */
	private static final String PRINTABLE = "[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]*";

	private static final String NOT_BLANK = "(?s).*[^\\s\\p{Z}].*";

	Settings settings() {
		return new Settings(this.systemName, this.systemApiUrl, this.consultationApiUrl, this.platformUrl,
				this.regional);
	}

}
