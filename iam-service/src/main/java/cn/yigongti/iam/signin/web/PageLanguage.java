package cn.yigongti.iam.signin.web;

import java.time.Duration;
import java.util.Locale;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language of the pages: the one chosen on a page, which is remembered, or the one
 * the browser prefers.
 */
@Component
class PageLanguage {

	private static final String COOKIE = "lang";

	private final LocaleResolver browsers;

	PageLanguage(LocaleResolver localeResolver) {
		this.browsers = localeResolver;
	}

	Locale choose(@Nullable String chosen, HttpServletRequest request, HttpServletResponse response) {
		if (chosen != null) {
			Locale locale = localeOf(chosen);
			response.addHeader(HttpHeaders.SET_COOKIE,
					ResponseCookie.from(COOKIE, locale.getLanguage())
						.path("/")
						.maxAge(Duration.ofDays(365))
						.httpOnly(true)
						.secure(request.isSecure())
						.sameSite("Lax")
						.build()
						.toString());
			return locale;
		}
		Cookie remembered = WebUtils.getCookie(request, COOKIE);
		return (remembered != null) ? localeOf(remembered.getValue()) : this.browsers.resolveLocale(request);
	}

	private static Locale localeOf(String language) {
		return language.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
	}

}
