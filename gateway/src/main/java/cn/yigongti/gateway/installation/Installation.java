package cn.yigongti.gateway.installation;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The addresses of an installation.
 *
 * @param issuer the public address of this gateway; it issues the tokens (through
 * iam-service) and is what browsers see
 * @param jwkSetUri where the keys are that tokens are signed with
 */
@ConfigurationProperties("yigongti")
public record Installation(URI issuer, URI jwkSetUri) {

	public boolean isSecure() {
		return "https".equals(this.issuer.getScheme());
	}

	/** Host and, unless it is the usual one, port, as in a {@code Host} header. */
	public String authority() {
		return this.issuer.getAuthority();
	}

	public int port() {
		if (this.issuer.getPort() != -1) {
			return this.issuer.getPort();
		}
		return isSecure() ? 443 : 80;
	}

	/** As browsers write it in {@code Origin}. */
	public String origin() {
		return this.issuer.getScheme() + "://" + authority();
	}

}
