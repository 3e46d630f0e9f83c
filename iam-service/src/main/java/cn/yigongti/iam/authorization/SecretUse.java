package cn.yigongti.iam.authorization;

import cn.yigongti.iam.client.ClientSecrets;
import cn.yigongti.iam.client.Secrets;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;

/** Notes which secret a client showed, when it was right. */
class SecretUse implements AuthenticationProvider {

	private final AuthenticationProvider check;

	private final ClientSecrets hashes;

	private final Secrets secrets;

	SecretUse(AuthenticationProvider check, ClientSecrets hashes, Secrets secrets) {
		this.check = check;
		this.hashes = hashes;
		this.secrets = secrets;
	}

	@Override
	public @Nullable Authentication authenticate(Authentication shown) {
		Authentication client = this.check.authenticate(shown);
		if (client != null && shown.getCredentials() instanceof String secret) {
			this.secrets.noteUse(this.hashes.encode(secret));
		}
		return client;
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return this.check.supports(authentication);
	}

}
