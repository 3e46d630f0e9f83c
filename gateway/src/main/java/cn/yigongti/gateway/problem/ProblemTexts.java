package cn.yigongti.gateway.problem;

import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Puts problems into words. */
@Component
class ProblemTexts {

	private final MessageSource messages;

	ProblemTexts(MessageSource messages) {
		this.messages = messages;
	}

	Problem problem(HttpStatus status, String code, String path, String traceId, Locale language) {
		String title = this.messages.getMessage("problem." + code + ".title", null, language);
		String detail = this.messages.getMessage("problem." + code + ".detail", null, language);
		return new Problem("urn:yigongti:problem:" + code, title, status.value(), detail, path, code, traceId);
	}

}
