package cn.yigongti.iam.signin;

import java.net.URI;

import cn.yigongti.iam.config.IamProperties;
import cn.yigongti.iam.session.EndOver;
import cn.yigongti.iam.session.OwnSignIn;
import cn.yigongti.iam.session.SignIns;
import cn.yigongti.iam.session.Visitor;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** What guards the pages. */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

	@Bean
	@Order(2)
	SecurityFilterChain pageSecurity(HttpSecurity http, Credentials credentials, Guard guard, Onwards onwards,
			SignIns signIns, SignOut signOut, PageStyle style, IamProperties properties) {
		return http.securityMatcher("/login", "/login/*", "/logout", "/activate", "/error")
			.authenticationProvider(new SignIn(credentials, guard))
			.addFilterAfter(new EndOver(signIns), SecurityContextHolderFilter.class)
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.formLogin((form) -> form.loginPage("/login")
				.authenticationDetailsSource(Visitor::of)
				.successHandler(onwards)
				.failureUrl("/login?error"))
			.logout((logout) -> logout.logoutUrl("/logout")
				.addLogoutHandler((request, response, session) -> OwnSignIn.of(session)
					.ifPresent((own) -> signOut.of(own.userId(), own.id())))
				.logoutSuccessUrl("/login?bye"))
			.exceptionHandling((errors) -> errors.accessDeniedHandler(
					(request, response, refused) -> response.sendRedirect(request.getRequestURI() + "?expired")))
			.headers((headers) -> headers
				.contentSecurityPolicy((policy) -> policy.policyDirectives(policy(style, properties)))
				.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
			.build();
	}

	/**
	 * Of an installation reached by https the browser takes the cookie back by https
	 * alone, from this very host, and no other site can plant one ({@code __Host-}).
	 */
	@Bean
	DefaultCookieSerializer cookieSerializer(@Value("${yigongti.issuer}") URI issuer,
			@Value("${server.servlet.session.cookie.name}") String name) {
		DefaultCookieSerializer serializer = new DefaultCookieSerializer();
		serializer.setCookieName(name);
		serializer.setCookiePath("/");
		serializer.setUseHttpOnlyCookie(true);
		serializer.setSameSite("Lax");
		if ("https".equals(issuer.getScheme())) {
			serializer.setCookieName("__Host-" + name);
			serializer.setUseSecureCookie(true);
		}
		return serializer;
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
