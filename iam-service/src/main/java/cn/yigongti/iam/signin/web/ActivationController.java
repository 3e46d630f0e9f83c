package cn.yigongti.iam.signin.web;

import java.util.UUID;

import cn.yigongti.iam.secondfactor.KeepSecondFactor;
import cn.yigongti.iam.signin.Activate;
import cn.yigongti.iam.signin.ActivationCode;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.PublicOperation;
import cn.yigongti.platform.caller.RequiresPermission;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ActivationController {

	private final Activate activate;

	private final KeepSecondFactor keepSecondFactor;

	ActivationController(Activate activate, KeepSecondFactor keepSecondFactor) {
		this.activate = activate;
		this.keepSecondFactor = keepSecondFactor;
	}

	/**
	 * Opens a one-time code with which the user chooses a password. It is shown this
	 * once.
	 */
	@PostMapping("/api/v1/users/{id}/activation")
	@ResponseStatus(HttpStatus.CREATED)
	@RequiresPermission("user:write")
	ResponseEntity<ActivationCode> open(Caller caller, @PathVariable UUID id) {
		return ResponseEntity.status(HttpStatus.CREATED)
			.cacheControl(CacheControl.noStore())
			.body(this.activate.open(caller, id));
	}

	/** Takes the second factor away from who can't show a code any more. */
	@DeleteMapping("/api/v1/users/{id}/second-factor")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@RequiresPermission("user:write")
	void resetSecondFactor(Caller caller, @PathVariable UUID id) {
		this.keepSecondFactor.reset(caller, id);
	}

	@PostMapping("/api/v1/activations")
	@PublicOperation
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void redeem(@Valid @RequestBody Redemption redemption, HttpServletRequest request) {
		this.activate.redeem(redemption.loginName(), redemption.code(), redemption.password(), request.getRemoteAddr());
	}

	record Redemption(@NotBlank @Size(max = 100) String loginName, @NotBlank @Size(max = 40) String code,
			@NotNull @Size(max = 200) String password) {

	}

}
