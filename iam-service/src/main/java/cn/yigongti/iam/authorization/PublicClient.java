package cn.yigongti.iam.authorization;

import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * A public client that refreshes or revokes its own token. It has no secret and, after
 * the first exchange, no code verifier either; what proves it is the refresh token, which
 * is why each can be used only once. Spring authenticates public clients at the first
 * exchange alone.
 */
final class PublicClient extends OAuth2ClientAuthenticationToken {

	private static final long serialVersionUID = 1L;

	private PublicClient(String clientId) {
		super(clientId, ClientAuthenticationMethod.NONE, null, null);
	}

	static class Converter implements AuthenticationConverter {

		private final String revocationPath;

		Converter(String revocationPath) {
			this.revocationPath = revocationPath;
		}

		@Override
		public @Nullable Authentication convert(HttpServletRequest request) {
			String clientId = request.getParameter(OAuth2ParameterNames.CLIENT_ID);
			return (clientId != null && isRefreshOrRevocation(request) && !showsCredentials(request))
					? new PublicClient(clientId) : null;
		}

		private boolean isRefreshOrRevocation(HttpServletRequest request) {
			return AuthorizationGrantType.REFRESH_TOKEN.getValue()
				.equals(request.getParameter(OAuth2ParameterNames.GRANT_TYPE))
					|| request.getRequestURI().endsWith(this.revocationPath);
		}

		private static boolean showsCredentials(HttpServletRequest request) {
			return request.getHeader(HttpHeaders.AUTHORIZATION) != null
					|| Stream.of(OAuth2ParameterNames.CLIENT_SECRET, OAuth2ParameterNames.CLIENT_ASSERTION)
						.anyMatch((parameter) -> request.getParameter(parameter) != null);
		}

	}

	static class Provider implements AuthenticationProvider {

		private final RegisteredClientRepository clients;

		Provider(RegisteredClientRepository clients) {
			this.clients = clients;
		}

		@Override
		public Authentication authenticate(Authentication authentication) {
			RegisteredClient client = this.clients.findByClientId(authentication.getName());
			if (client == null || !client.getClientAuthenticationMethods().contains(ClientAuthenticationMethod.NONE)) {
				throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
			}
			return new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null);
		}

		@Override
		public boolean supports(Class<?> authentication) {
			return PublicClient.class.isAssignableFrom(authentication);
		}

	}

}
