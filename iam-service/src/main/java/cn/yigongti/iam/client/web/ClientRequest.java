package cn.yigongti.iam.client.web;

import java.util.List;
import java.util.UUID;

import cn.yigongti.iam.grant.Assignment;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A machine client as it is sent. */
record ClientRequest(@NotBlank @Size(max = 100) String name, @NotNull UUID organizationId,
		@NotEmpty @Size(max = 20) List<@NotNull @Valid Assignment> grants) {

}
