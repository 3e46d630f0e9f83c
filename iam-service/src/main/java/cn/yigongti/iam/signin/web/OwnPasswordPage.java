package cn.yigongti.iam.signin.web;

import java.util.Optional;

import cn.yigongti.iam.secondfactor.SecondFactorAuthorization;
import cn.yigongti.iam.session.OwnSignIn;
import cn.yigongti.iam.signin.ChangePassword;
import cn.yigongti.iam.signin.web.Pages.Query;
import cn.yigongti.iam.signin.web.Pages.Visit;
import cn.yigongti.platform.caller.PublicOperation;
import cn.yigongti.platform.problem.InvalidInput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where who is signed in changes their password. */
@Controller
class OwnPasswordPage {

	private final Pages pages;

	private final ChangePassword changePassword;

	private final SecondFactorAuthorization authorization;

	OwnPasswordPage(Pages pages, ChangePassword changePassword, SecondFactorAuthorization authorization) {
		this.pages = pages;
		this.changePassword = changePassword;
		this.authorization = authorization;
	}

	@GetMapping("/login/password")
	@PublicOperation
	ModelAndView form(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication session,
			Query query) {
		return whollySignedIn(session).isPresent() ? this.pages.show("password", new Visit(request, response), query)
				: new ModelAndView("redirect:/login");
	}

	@PostMapping("/login/password")
	@PublicOperation
	ModelAndView change(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication session,
			@RequestParam String current, @RequestParam String password, @RequestParam String repeated) {
		Optional<OwnSignIn> own = whollySignedIn(session);
		if (own.isEmpty()) {
			return new ModelAndView("redirect:/login");
		}
		Visit visit = new Visit(request, response);
		if (!password.equals(repeated)) {
			return this.pages.again("password", visit, "page.activate.repeated");
		}
		try {
			this.changePassword.change(own.get(), current, password, request.getRemoteAddr());
			return new ModelAndView("redirect:/login?changed");
		}
		catch (InvalidInput ex) {
			boolean wrong = ex.problems().stream().anyMatch((problem) -> problem.code().equals("password-wrong"));
			return this.pages.again("password", visit, wrong ? "page.password.wrong" : "page.activate.weak");
		}
	}

	private Optional<OwnSignIn> whollySignedIn(@Nullable Authentication session) {
		return OwnSignIn.of(session).filter((own) -> session != null && this.authorization.owed(session).isNothing());
	}

}
