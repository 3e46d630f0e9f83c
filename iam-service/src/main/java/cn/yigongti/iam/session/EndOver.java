package cn.yigongti.iam.session;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends sessions whose sign-in is over: its absolute limit has come, or it was ended from
 * elsewhere.
 */
public class EndOver extends OncePerRequestFilter {

	private final SignIns signIns;

	private final SecurityContextLogoutHandler logout = new SecurityContextLogoutHandler();

	public EndOver(SignIns signIns) {
		this.signIns = signIns;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Authentication session = SecurityContextHolder.getContext().getAuthentication();
		if (session instanceof UsernamePasswordAuthenticationToken
				&& OwnSignIn.of(session).flatMap((own) -> this.signIns.find(own.id())).isEmpty()) {
			this.logout.logout(request, response, session);
		}
		chain.doFilter(request, response);
	}

}
