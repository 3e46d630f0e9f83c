package cn.yigongti.iam.client.web;

import java.util.List;
import java.util.Map;

import cn.yigongti.iam.client.PublicKeys;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A JWK set as it is sent. */
record KeysRequest(@Schema(
		description = "Public keys (RFC 7517), each with a kid: RSA of 2048 to 4096 bits, or EC P-256") @NotEmpty @Size(
				max = 5) List<@NotNull Map<String, Object>> keys) {

	PublicKeys parsed() {
		return PublicKeys.parse(this.keys, "/keys");
	}

}
