package cn.yigongti.iam.signin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The style sheet of the pages. It stands in the page, and the browser knows it by its
 * hash: nothing else is loaded or run.
 */
@Component
public class PageStyle {

	private final String css;

	private final String hash;

	PageStyle() throws IOException, NoSuchAlgorithmException {
		this.css = new ClassPathResource("templates/pages.css").getContentAsString(StandardCharsets.UTF_8);
		byte[] digest = MessageDigest.getInstance("SHA-256").digest(this.css.getBytes(StandardCharsets.UTF_8));
		this.hash = "sha256-" + Base64.getEncoder().encodeToString(digest);
	}

	public String css() {
		return this.css;
	}

	String hash() {
		return this.hash;
	}

}
