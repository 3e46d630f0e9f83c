package cn.yigongti.iam.client.web;

import cn.yigongti.iam.client.ClientSettings;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What of a machine client can be changed, as it is sent. */
record ClientChangeRequest(@NotBlank @Size(max = 100) String name, @NotNull Boolean enabled,
		@Nullable Integer requestsPerMinute) {

	ClientSettings settings() {
		return new ClientSettings(this.name.strip(), this.enabled, this.requestsPerMinute);
	}

}
