package cn.yigongti.iam.resident.web;

import cn.yigongti.iam.resident.ResidentToken;
import io.swagger.v3.oas.annotations.media.Schema;

/** A token of a resident as it is shown, this once. */
record ResidentTokenResponse(String accessToken, @Schema(example = "Bearer") String tokenType,
		@Schema(description = "Seconds", example = "900") long expiresIn) {

	static ResidentTokenResponse of(ResidentToken token) {
		return new ResidentTokenResponse(token.value(), "Bearer", token.life().toSeconds());
	}

}
