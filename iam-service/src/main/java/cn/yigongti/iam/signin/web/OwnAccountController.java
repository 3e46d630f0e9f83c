package cn.yigongti.iam.signin.web;

import java.util.List;

import cn.yigongti.iam.secondfactor.Enrolment;
import cn.yigongti.iam.secondfactor.KeepSecondFactor;
import cn.yigongti.iam.secondfactor.SecondFactors;
import cn.yigongti.iam.session.OwnSignIn;
import cn.yigongti.iam.signin.ChangePassword;
import cn.yigongti.iam.signin.ShowCode;
import cn.yigongti.platform.caller.RequiresPermission;
import cn.yigongti.platform.problem.InvalidInput;
import cn.yigongti.platform.problem.ProblemException;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own password and second factor. */
@RestController
@RequestMapping("/api/v1/me")
class OwnAccountController {

	private final ChangePassword changePassword;

	private final ShowCode showCode;

	private final SecondFactors factors;

	private final KeepSecondFactor keepSecondFactor;

	OwnAccountController(ChangePassword changePassword, ShowCode showCode, SecondFactors factors,
			KeepSecondFactor keepSecondFactor) {
		this.changePassword = changePassword;
		this.showCode = showCode;
		this.factors = factors;
		this.keepSecondFactor = keepSecondFactor;
	}

	/** Changes one's password and ends one's other sign-ins. */
	@PostMapping("/password")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@RequiresPermission(RequiresPermission.PLATFORM_ACCESS)
	void changePassword(@Parameter(hidden = true) Authentication caller, HttpServletRequest request,
			@Valid @RequestBody PasswordChange change) {
		this.changePassword.change(own(caller), change.current(), change.chosen(), request.getRemoteAddr());
	}

	/** Whether one has a second factor, and needs one. */
	@GetMapping("/second-factor")
	@RequiresPermission(RequiresPermission.PLATFORM_ACCESS)
	ResponseEntity<SecondFactors.State> secondFactor(@Parameter(hidden = true) Authentication caller) {
		return secret(HttpStatus.OK, this.factors.stateOf(own(caller).userId()));
	}

	/**
	 * Shows the secret to enrol in an authenticator app. Nothing changes before it is
	 * confirmed.
	 */
	@PostMapping("/second-factor")
	@ResponseStatus(HttpStatus.CREATED)
	@RequiresPermission(RequiresPermission.PLATFORM_ACCESS)
	ResponseEntity<Enrolment> beginEnrolment(@Parameter(hidden = true) Authentication caller,
			HttpServletRequest request, @Valid @RequestBody CurrentPassword current) {
		return secret(HttpStatus.CREATED,
				this.showCode.beginEnrolment(own(caller), current.password(), request.getRemoteAddr()));
	}

	/** Confirms it with a code; the recovery codes are shown this once. */
	@PostMapping("/second-factor/confirmation")
	@RequiresPermission(RequiresPermission.PLATFORM_ACCESS)
	ResponseEntity<RecoveryCodes> confirmEnrolment(@Parameter(hidden = true) Authentication caller,
			@Valid @RequestBody Code code) {
		return secret(HttpStatus.OK,
				this.keepSecondFactor.confirm(own(caller), code.code())
					.map(RecoveryCodes::new)
					.orElseThrow(() -> new InvalidInput("/code", "code-wrong")));
	}

	/** Takes one's second factor away, unless a role of one's needs it. */
	@PostMapping("/second-factor/removal")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@RequiresPermission(RequiresPermission.PLATFORM_ACCESS)
	void removeSecondFactor(@Parameter(hidden = true) Authentication caller, HttpServletRequest request,
			@Valid @RequestBody Code code) {
		this.showCode.remove(own(caller), code.code(), request.getRemoteAddr());
	}

	static OwnSignIn own(Authentication caller) {
		return OwnSignIn.of(caller).orElseThrow(() -> new ProblemException(HttpStatus.FORBIDDEN, "people-only"));
	}

	private static <T> ResponseEntity<T> secret(HttpStatus status, T body) {
		return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).body(body);
	}

	record PasswordChange(@NotNull @Size(max = 200) String current,
			@JsonProperty("new") @NotNull @Size(max = 200) String chosen) {

	}

	record CurrentPassword(@NotNull @Size(max = 200) String password) {

	}

	record Code(@NotBlank @Size(max = 40) String code) {

	}

	record RecoveryCodes(List<String> recoveryCodes) {

	}

}
