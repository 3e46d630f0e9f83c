package cn.yigongti.iam.signin;

import java.net.URI;

import cn.yigongti.iam.config.IamProperties;
import cn.yigongti.platform.audit.AuditTrail;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What guards the pages. */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

	@Bean
	@Order(2)
	SecurityFilterChain pages(HttpSecurity http, Accounts accounts, Passwords passwords, AuditTrail audit,
			PageStyle style, IamProperties properties) {
		return http.securityMatcher("/login", "/logout", "/activate", "/error")
			.authenticationProvider(new SignIn(accounts, passwords, audit))
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.formLogin((form) -> form.loginPage("/login")
				.successHandler(onToWhereTheyCameFrom())
				.failureUrl("/login?error"))
			.logout((logout) -> logout.logoutUrl("/logout").logoutSuccessUrl("/login?bye"))
			.exceptionHandling((errors) -> errors.accessDeniedHandler(
					(request, response, refused) -> response.sendRedirect(request.getRequestURI() + "?expired")))
			.headers((headers) -> headers
				.contentSecurityPolicy((policy) -> policy.policyDirectives(policy(style, properties)))
				.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
			.build();
	}

	/**
	 * Leads on by path alone, so that nobody is ever led to another host than the one
	 * they asked.
	 */
	private static AuthenticationSuccessHandler onToWhereTheyCameFrom() {
		var handler = new SavedRequestAwareAuthenticationSuccessHandler();
		handler.setDefaultTargetUrl("/login");
		handler.setRedirectStrategy((request, response, url) -> {
			URI target = URI.create(url);
			String query = (target.getRawQuery() != null) ? "?" + target.getRawQuery() : "";
			response.sendRedirect(target.getRawPath() + query);
		});
		return handler;
	}

	/**
	 * After the form is sent, the browser is led on to the console, which
	 * {@code form-action} must allow as well.
	 */
	private static String policy(PageStyle style, IamProperties properties) {
		StringBuilder formTargets = new StringBuilder("'self'");
		properties.console()
			.redirectUris()
			.stream()
			.map((uri) -> " " + uri.getScheme() + "://" + uri.getAuthority())
			.distinct()
			.forEach(formTargets::append);
		return "default-src 'none'; style-src '" + style.hash()
				+ "'; base-uri 'none'; frame-ancestors 'none'; form-action " + formTargets;
	}

}
