package cn.yigongti.iam.client.web;

import java.time.Duration;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a new secret is asked for. */
record SecretRequest(@Schema(type = "string", format = "duration",
		description = "How long the old secret stays good, up to P7D; " + "PT0S ends it at once",
		example = "PT24H") @Nullable Duration overlap) {

}
