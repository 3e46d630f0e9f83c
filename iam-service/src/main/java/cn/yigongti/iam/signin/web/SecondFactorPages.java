package cn.yigongti.iam.signin.web;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import cn.yigongti.iam.secondfactor.Due;
import cn.yigongti.iam.secondfactor.Enrolment;
import cn.yigongti.iam.secondfactor.KeepSecondFactor;
import cn.yigongti.iam.secondfactor.QrCode;
import cn.yigongti.iam.secondfactor.SecondFactorAuthorization;
import cn.yigongti.iam.secondfactor.SecondFactors;
import cn.yigongti.iam.session.OwnSignIn;
import cn.yigongti.iam.signin.Onwards;
import cn.yigongti.iam.signin.ShowCode;
import cn.yigongti.iam.signin.web.Pages.Query;
import cn.yigongti.iam.signin.web.Pages.Visit;
import cn.yigongti.platform.caller.PublicOperation;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What comes after the password: the code, or the authenticator to enrol. */
@Controller
class SecondFactorPages {

	private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

	private final Pages pages;

	private final ShowCode showCode;

	private final SecondFactors factors;

	private final KeepSecondFactor keepSecondFactor;

	private final SecondFactorAuthorization authorization;

	private final Onwards onwards;

	SecondFactorPages(Pages pages, ShowCode showCode, SecondFactors factors, KeepSecondFactor keepSecondFactor,
			SecondFactorAuthorization authorization, Onwards onwards) {
		this.pages = pages;
		this.showCode = showCode;
		this.factors = factors;
		this.keepSecondFactor = keepSecondFactor;
		this.authorization = authorization;
		this.onwards = onwards;
	}

	@GetMapping("/login/code")
	@PublicOperation
	ModelAndView code(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication session,
			Query query) {
		return switch (owed(session)) {
			case CODE -> this.pages.show("code", new Visit(request, response), query);
			case ENROLMENT -> new ModelAndView("redirect:/login/enrol");
			case NOTHING -> new ModelAndView("redirect:/login");
		};
	}

	@PostMapping("/login/code")
	@PublicOperation
	@Nullable ModelAndView shown(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication session,
			@RequestParam String code) throws IOException, ServletException {
		Optional<OwnSignIn> own = OwnSignIn.of(session);
		if (session == null || own.isEmpty() || owed(session) != Due.CODE) {
			return new ModelAndView("redirect:/login");
		}
		if (!this.showCode.complete(own.get(), code, request.getRemoteAddr())) {
			return this.pages.again("code", new Visit(request, response), "page.code.refused");
		}
		confirm(session, request, response);
		this.onwards.onAuthenticationSuccess(request, response, session);
		return null;
	}

	@GetMapping("/login/enrol")
	@PublicOperation
	ModelAndView enrol(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication session,
			Query query) {
		return enrolling(session)
			.map((own) -> withSecret(own, this.pages.show("enrol", new Visit(request, response), query)))
			.orElseGet(() -> new ModelAndView("redirect:/login"));
	}

	@PostMapping("/login/enrol")
	@PublicOperation
	ModelAndView enrolled(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication session,
			@RequestParam String code) {
		Optional<OwnSignIn> own = enrolling(session);
		if (session == null || own.isEmpty()) {
			return new ModelAndView("redirect:/login");
		}
		Visit visit = new Visit(request, response);
		Optional<List<String>> recoveryCodes = this.keepSecondFactor.confirm(own.get(), code);
		if (recoveryCodes.isEmpty()) {
			return withSecret(own.get(), this.pages.again("enrol", visit, "page.enrol.refused"));
		}
		confirm(session, request, response);
		return this.pages.show("recovery-codes", visit, new Query(null, null, null, null, null, null))
			.addObject("codes", recoveryCodes.get());
	}

	@GetMapping("/login/continue")
	@PublicOperation
	void goOn(HttpServletRequest request, HttpServletResponse response, Authentication session)
			throws IOException, ServletException {
		this.onwards.onAuthenticationSuccess(request, response, session);
	}

	private Due owed(@Nullable Authentication session) {
		return (session != null && OwnSignIn.of(session).isPresent()) ? this.authorization.owed(session) : Due.NOTHING;
	}

	private Optional<OwnSignIn> enrolling(@Nullable Authentication session) {
		return OwnSignIn.of(session).filter((own) -> !this.factors.stateOf(own.userId()).enrolled());
	}

	private ModelAndView withSecret(OwnSignIn own, ModelAndView page) {
		Enrolment enrolment = this.keepSecondFactor.begin(own);
		return page.addObject("secret", enrolment.secret().replaceAll("(.{4})(?!$)", "$1 "))
			.addObject("uri", enrolment.uri())
			.addObject("qr", QrCode.svg(enrolment.uri()));
	}

	/** The session gets a new id along with its new rights. */
	private void confirm(Authentication session, HttpServletRequest request, HttpServletResponse response) {
		request.changeSessionId();
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(SecondFactorAuthorization.confirmed(session));
		SecurityContextHolder.setContext(context);
		this.sessions.saveContext(context, request, response);
	}

}
