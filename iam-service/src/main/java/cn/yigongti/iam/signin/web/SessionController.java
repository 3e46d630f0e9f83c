package cn.yigongti.iam.signin.web;

import java.time.Instant;
import java.util.UUID;

import cn.yigongti.iam.session.OwnSignIn;
import cn.yigongti.iam.session.SignIns;
import cn.yigongti.iam.session.SignedIn;
import cn.yigongti.iam.signin.SignOut;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;
import cn.yigongti.platform.paging.Sorting;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where one is signed in. */
@RestController
@RequestMapping("/api/v1/me/sessions")
class SessionController {

	private final SignIns signIns;

	private final SignOut signOut;

	SessionController(SignIns signIns, SignOut signOut) {
		this.signIns = signIns;
		this.signOut = signOut;
	}

	@GetMapping
	@RequiresPermission(RequiresPermission.PLATFORM_ACCESS)
	Page<Session> list(@Parameter(hidden = true) Authentication caller,
			@Sorting(fields = "startedAt", byDefault = "-startedAt") Paging paging) {
		OwnSignIn own = OwnAccountController.own(caller);
		return this.signIns.of(own.userId(), paging).map((signedIn) -> Session.of(signedIn, own));
	}

	/** Signs one out there; all its tokens end. */
	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@RequiresPermission(RequiresPermission.PLATFORM_ACCESS)
	void end(@Parameter(hidden = true) Authentication authentication, Caller caller, @PathVariable UUID id) {
		OwnAccountController.own(authentication);
		this.signOut.elsewhere(caller, id);
	}

	/**
	 * A sign-in.
	 *
	 * @param endsAt when it ends, however busy
	 * @param device what the browser said of itself
	 * @param current whether this very request belongs to it
	 */
	record Session(UUID id, Instant startedAt, Instant endsAt, boolean secondFactor, String address,
			@Nullable String device, boolean current) {

		static Session of(SignedIn one, OwnSignIn own) {
			return new Session(one.id(), one.startedAt(), one.endsAt(), one.secondFactorAt() != null, one.address(),
					one.device(), one.id().equals(own.id()));
		}

	}

}
