package cn.yigongti.iam.signin.web;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import cn.yigongti.iam.signin.Activate;
import cn.yigongti.iam.signin.ActivationRefused;
import cn.yigongti.iam.signin.PageStyle;
import cn.yigongti.platform.caller.PublicOperation;
import cn.yigongti.platform.problem.InvalidInput;
import com.samskivert.mustache.Mustache;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
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

	private final MessageSource messages;

	private final PageLanguage language;

	private final PageStyle style;

	private final Activate activate;

	PageController(MessageSource messages, PageLanguage language, PageStyle style, Activate activate) {
		this.messages = messages;
		this.language = language;
		this.style = style;
		this.activate = activate;
	}

	/** What every page needs of its request. */
	record Visit(HttpServletRequest request, HttpServletResponse response, CsrfToken csrf, @Nullable Principal user,
			@Nullable String lang) {

	}

	@GetMapping("/login")
	@PublicOperation
	ModelAndView login(HttpServletRequest request, HttpServletResponse response, CsrfToken csrf,
			@Nullable Principal user, @RequestParam(required = false) @Nullable String lang,
			@RequestParam(required = false) @Nullable String error,
			@RequestParam(required = false) @Nullable String bye,
			@RequestParam(required = false) @Nullable String expired,
			@RequestParam(required = false) @Nullable String activated) {
		String notice = (bye != null) ? "page.bye" : (activated != null) ? "page.activated" : null;
		String alert = (error != null) ? "page.login.refused" : (expired != null) ? "page.expired" : null;
		return page("login", new Visit(request, response, csrf, user, lang), notice, alert);
	}

	@GetMapping("/logout")
	@PublicOperation
	ModelAndView logout(HttpServletRequest request, HttpServletResponse response, CsrfToken csrf,
			@Nullable Principal user, @RequestParam(required = false) @Nullable String lang,
			@RequestParam(required = false) @Nullable String expired) {
		return page("login", new Visit(request, response, csrf, user, lang), null,
				(expired != null) ? "page.expired" : null);
	}

	@GetMapping("/activate")
	@PublicOperation
	ModelAndView activate(HttpServletRequest request, HttpServletResponse response, CsrfToken csrf,
			@RequestParam(required = false) @Nullable String lang,
			@RequestParam(required = false) @Nullable String expired) {
		return page("activate", new Visit(request, response, csrf, null, lang), null,
				(expired != null) ? "page.expired" : null);
	}

	@PostMapping("/activate")
	@PublicOperation
	ModelAndView activated(HttpServletRequest request, HttpServletResponse response, CsrfToken csrf,
			@RequestParam String loginName, @RequestParam String code, @RequestParam String password,
			@RequestParam String repeated) {
		Visit visit = new Visit(request, response, csrf, null, null);
		if (!password.equals(repeated)) {
			return again(visit, loginName, "page.activate.repeated");
		}
		try {
			this.activate.redeem(loginName, code, password);
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
		ModelAndView page = page("activate", visit, null, alert);
		page.addObject("loginName", loginName);
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	private ModelAndView page(String name, Visit visit, @Nullable String notice, @Nullable String alert) {
		Locale locale = this.language.choose(visit.lang(), visit.request(), visit.response());
		Mustache.Lambda text = (fragment, out) -> out.write(text(fragment.execute(), locale));
		ModelAndView page = new ModelAndView(name);
		page.addAllObjects(Map.of("text", text, "csrf", visit.csrf(), "style", this.style.css(), "lang",
				locale.toLanguageTag(), "signedIn", visit.user() != null, "loginName", ""));
		page.addObject("notices", (notice != null) ? List.of(text(notice, locale)) : List.of());
		page.addObject("alerts", (alert != null) ? List.of(text(alert, locale)) : List.of());
		visit.response().setHeader("Cache-Control", "no-store");
		return page;
	}

	private String text(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

}
