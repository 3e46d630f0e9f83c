package cn.yigongti.endtoend;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signs a person in as a browser would: sign-in page, authorization code, PKCE. */
final class SignIn {

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private final HttpClient browser = HttpClient.newBuilder()
		.cookieHandler(new CookieManager())
		.followRedirects(HttpClient.Redirect.NEVER)
		.build();

	private final URI gateway;

	private final String redirectUri;

	private final String verifier = random();

	SignIn(URI gateway, String redirectUri) {
		this.gateway = gateway;
		this.redirectUri = redirectUri;
	}

	/** The tokens of the person. */
	JsonNode tokens(String loginName, String password) throws IOException, InterruptedException {
		URI loginPage = redirect(get(authorizeUri()));
		Matcher csrf = CSRF.matcher(get(loginPage).body());
		if (!csrf.find()) {
			throw new IllegalStateException("the sign-in page has no CSRF token");
		}
		HttpResponse<String> signedIn = post(this.gateway.resolve("/login"),
				Map.of("username", loginName, "password", password, "_csrf", csrf.group(1)));
		URI back = redirect(get(redirect(signedIn)));
		return exchange(Map.of("grant_type", "authorization_code", "code", parameter(back, "code"), "redirect_uri",
				this.redirectUri, "client_id", "console", "code_verifier", this.verifier));
	}

	/** Asks the token endpoint as the public client; the answer may be an error. */
	JsonNode exchange(Map<String, String> form) throws IOException, InterruptedException {
		return JsonMapper.shared().readTree(post(this.gateway.resolve("/oauth2/token"), form).body());
	}

	private URI authorizeUri() {
		return this.gateway.resolve("/oauth2/authorize?" + encoded(
				Map.of("response_type", "code", "client_id", "console", "redirect_uri", this.redirectUri, "scope",
						"openid", "state", random(), "code_challenge", challenge(), "code_challenge_method", "S256")));
	}

	private String challenge() {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(this.verifier.getBytes(StandardCharsets.UTF_8));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
		return this.browser.send(HttpRequest.newBuilder(uri).header("Accept", "text/html").build(),
				HttpResponse.BodyHandlers.ofString());
	}

	private HttpResponse<String> post(URI uri, Map<String, String> form) throws IOException, InterruptedException {
		return this.browser.send(HttpRequest.newBuilder(uri)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
			.build(), HttpResponse.BodyHandlers.ofString());
	}

	private static URI redirect(HttpResponse<String> answer) {
		return answer.headers()
			.firstValue("Location")
			.map(answer.uri()::resolve)
			.orElseThrow(() -> new IllegalStateException(
					answer.uri().getPath() + " answered " + answer.statusCode() + " instead of going on"));
	}

	private static String parameter(URI uri, String name) {
		return Arrays.stream(Optional.ofNullable(uri.getQuery()).orElse("").split("&"))
			.filter((pair) -> pair.startsWith(name + "="))
			.map((pair) -> pair.substring(name.length() + 1))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("no " + name + " in " + uri));
	}

	private static String encoded(Map<String, String> form) {
		return form.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

	private static String random() {
		byte[] bytes = new byte[32];
		new SecureRandom().nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
