package cn.yigongti.iam.signin;

import java.net.URI;

import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Leads on to where somebody came from, by path alone, so that nobody is ever led to
 * another host than the one they asked.
 */
@Component
public class Onwards extends SavedRequestAwareAuthenticationSuccessHandler {

	Onwards() {
		setDefaultTargetUrl("/login");
		setRedirectStrategy((request, response, url) -> {
			URI target = URI.create(url);
			String query = (target.getRawQuery() != null) ? "?" + target.getRawQuery() : "";
			response.sendRedirect(target.getRawPath() + query);
		});
	}

}
