package cn.yigongti.iam.signin.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import cn.yigongti.iam.signin.PageStyle;
import com.samskivert.mustache.Mustache;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Fills the pages in, in the language of who asks. */
@Component
class Pages {

	private final MessageSource messages;

	private final PageLanguage language;

	private final PageStyle style;

	Pages(MessageSource messages, PageLanguage language, PageStyle style) {
		this.messages = messages;
		this.language = language;
		this.style = style;
	}

	/** What a page may be told by its address. */
	record Query(@Nullable String lang, @Nullable String error, @Nullable String bye, @Nullable String expired,
			@Nullable String activated, @Nullable String changed) {

		@Nullable String notice() {
			return (this.bye != null) ? "page.bye" : (this.activated != null) ? "page.activated"
					: (this.changed != null) ? "page.password.changed" : null;
		}

		@Nullable String alert() {
			return (this.error != null) ? "page.login.refused" : (this.expired != null) ? "page.expired" : null;
		}

	}

	/** One request for a page. */
	record Visit(HttpServletRequest request, HttpServletResponse response) {

		CsrfToken csrf() {
			return (CsrfToken) Objects.requireNonNull(this.request.getAttribute(CsrfToken.class.getName()));
		}

	}

	ModelAndView show(String name, Visit visit, Query query) {
		return page(name, visit, query.lang(), query.notice(), query.alert());
	}

	/** The page once more, with what was wrong. */
	ModelAndView again(String name, Visit visit, String alert) {
		ModelAndView page = page(name, visit, null, null, alert);
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	private ModelAndView page(String name, Visit visit, @Nullable String lang, @Nullable String notice,
			@Nullable String alert) {
		Locale locale = this.language.choose(lang, visit.request(), visit.response());
		Mustache.Lambda text = (fragment, out) -> out.write(text(fragment.execute(), locale));
		ModelAndView page = new ModelAndView(name);
		page.addAllObjects(Map.of("text", text, "csrf", visit.csrf(), "style", this.style.css(), "lang",
				locale.toLanguageTag(), "loginName", ""));
		page.addObject("notices", (notice != null) ? List.of(text(notice, locale)) : List.of());
		page.addObject("alerts", (alert != null) ? List.of(text(alert, locale)) : List.of());
		visit.response().setHeader("Cache-Control", "no-store");
		return page;
	}

	private String text(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

}
