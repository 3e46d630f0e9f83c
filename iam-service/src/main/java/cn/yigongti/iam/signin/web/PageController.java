package cn.yigongti.iam.signin.web;

import cn.yigongti.iam.secondfactor.SecondFactorAuthorization;
import cn.yigongti.iam.secondfactor.SecondFactors;
import cn.yigongti.iam.session.OwnSignIn;
import cn.yigongti.iam.signin.Activate;
import cn.yigongti.iam.signin.ActivationRefused;
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

/**
 * The pages. Spring Security takes what the forms of {@code /login} and {@code /logout}
 * send.
 */
@Controller
class PageController {

	private final Pages pages;

	private final Activate activate;

	private final SecondFactors factors;

	private final SecondFactorAuthorization authorization;

	PageController(Pages pages, Activate activate, SecondFactors factors, SecondFactorAuthorization authorization) {
		this.pages = pages;
		this.activate = activate;
		this.factors = factors;
		this.authorization = authorization;
	}

	@GetMapping("/login")
	@PublicOperation
	ModelAndView login(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication session,
			Query query) {
		Visit visit = new Visit(request, response);
		OwnSignIn own = OwnSignIn.of(session).orElse(null);
		if (own == null || session == null) {
			return this.pages.show("login", visit, query);
		}
		if (!this.authorization.owed(session).isNothing()) {
			return new ModelAndView("redirect:/login/code");
		}
		return this.pages.show("signed-in", visit, query)
			.addObject("enrolled", this.factors.stateOf(own.userId()).enrolled());
	}

	@GetMapping("/logout")
	@PublicOperation
	ModelAndView logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication session,
			Query query) {
		return this.pages.show(OwnSignIn.of(session).isPresent() ? "sign-out" : "login", new Visit(request, response),
				query);
	}

	@GetMapping("/activate")
	@PublicOperation
	ModelAndView activate(HttpServletRequest request, HttpServletResponse response, Query query) {
		return this.pages.show("activate", new Visit(request, response), query);
	}

	@PostMapping("/activate")
	@PublicOperation
	ModelAndView activated(HttpServletRequest request, HttpServletResponse response, @RequestParam String loginName,
			@RequestParam String code, @RequestParam String password, @RequestParam String repeated) {
		Visit visit = new Visit(request, response);
		if (!password.equals(repeated)) {
			return again(visit, loginName, "page.activate.repeated");
		}
		try {
			this.activate.redeem(loginName, code, password, request.getRemoteAddr());
			return new ModelAndView("redirect:/login?activated");
		}
		catch (ActivationRefused ex) {
			return again(visit, loginName, "page.activate.refused");
		}
		catch (InvalidInput ex) {
			return again(visit, loginName, "page.activate.weak");
		}
	}

	private ModelAndView again(Visit visit, String loginName, String alert) {
		return this.pages.again("activate", visit, alert).addObject("loginName", loginName);
	}

}
