package cn.yigongti.gateway.installation;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/** Chinese, or English for those who ask for it. */
public final class Language {

	private static final List<Locale> SPOKEN = List.of(Locale.SIMPLIFIED_CHINESE, Locale.CHINESE, Locale.ENGLISH);

	private Language() {
	}

	public static Locale of(HttpHeaders request) {
		return of(request.getFirst(HttpHeaders.ACCEPT_LANGUAGE));
	}

	static Locale of(@Nullable String acceptLanguage) {
		if (acceptLanguage == null || acceptLanguage.isBlank()) {
			return Locale.SIMPLIFIED_CHINESE;
		}
		try {
			Locale wanted = Locale.lookup(LanguageRange.parse(acceptLanguage), SPOKEN);
			return (wanted != null) ? wanted : Locale.SIMPLIFIED_CHINESE;
		}
		catch (IllegalArgumentException ex) {
			return Locale.SIMPLIFIED_CHINESE;
		}
	}

}
