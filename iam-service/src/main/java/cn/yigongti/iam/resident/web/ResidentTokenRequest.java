package cn.yigongti.iam.resident.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Whose token is asked for. */
record ResidentTokenRequest(@Schema(description = "Resident id, GB 11643",
		example = "500229190001010019") @NotNull @Size(max = 40) String idNumber) {

	/** Never the number: it may end up in a log. */
	@Override
	public String toString() {
		return "ResidentTokenRequest";
	}

}
