package cn.yigongti.iam.client.web;

import java.util.List;
import java.util.UUID;

import cn.yigongti.iam.client.ClientSettings;
import cn.yigongti.iam.grant.Assignment;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A machine client as it is sent. */
record ClientRequest(@NotBlank @Size(max = 100) String name, @NotNull UUID organizationId,
		@NotEmpty @Size(max = 20) List<@NotNull @Valid Assignment> grants, @Nullable Integer requestsPerMinute) {

	ClientSettings settings() {
		return new ClientSettings(this.name.strip(), true, this.requestsPerMinute);
	}

}
