package cn.yigongti.iam.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser with the web console in it: cookies, forms, redirects, and PKCE. */
public final class ConsoleSession {

	public static final String REDIRECT_URI = "http://127.0.0.1:5173/callback";

	private static final String VERIFIER = "a-code-verifier-of-forty-three-characters-or-more";

	private final CookieManager cookies = new SecureCookies();

	private final HttpClient http = HttpClient.newBuilder().cookieHandler(this.cookies).build();

	private final URI base;

	private final String address;

	/** From an address of its own, so that failures elsewhere don't concern it. */
	public ConsoleSession(int port) {
		this(port, Addresses.another());
	}

	public ConsoleSession(int port, String address) {
		this.address = address;
		this.base = URI.create("http://127.0.0.1:" + port);
	}

	/** Signs in and comes back with the answer of the token endpoint. */
	public JsonNode signIn(String loginName, String password) {
		return json(exchange(code(loginName, password)));
	}

	/** Signs in and comes back with the authorization code. */
	public String code(String loginName, String password) {
		HttpResponse<String> toLogin = get(authorizePath());
		HttpResponse<String> signedIn = submitLogin(locationOf(toLogin), loginName, password);
		HttpResponse<String> toConsole = get(locationOf(signedIn));
		return query(locationOf(toConsole)).getOrDefault("code", "none in " + locationOf(toConsole));
	}

	/** Gets tokens once more, the browser being signed in already. */
	public JsonNode exchangeSignedIn() {
		return json(exchange(query(locationOf(get(authorizePath()))).getOrDefault("code", "none")));
	}

	/** Sends the sign-in form and tells where that leads. */
	public HttpResponse<String> submitLogin(String path, String loginName, String password) {
		HttpResponse<String> page = get(path);
		return post("/login", "username", loginName, "password", password, "_csrf", csrfOf(page));
	}

	/** Signs in and shows the code that is due, and comes back with the tokens. */
	public JsonNode signIn(String loginName, String password, String code) {
		submitPassword(loginName, password);
		String back = locationOf(submitCode(code));
		return json(exchange(query(locationOf(get(back))).getOrDefault("code", "none in " + back)));
	}

	/** Begins to sign in and is led to what comes after the password. */
	public String submitPassword(String loginName, String password) {
		HttpResponse<String> toLogin = get(authorizePath());
		HttpResponse<String> signedIn = submitLogin(locationOf(toLogin), loginName, password);
		return locationOf(get(locationOf(signedIn)));
	}

	public HttpResponse<String> submitCode(String code) {
		return post("/login/code", "code", code, "_csrf", csrfOf(get("/login/code")));
	}

	/** The value of the session's cookie. */
	public String cookie() {
		return this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter((cookie) -> cookie.getName().equals("__Host-yigongti_session"))
			.map(HttpCookie::getValue)
			.findFirst()
			.orElse("none");
	}

	public String authorizePath() {
		return "/oauth2/authorize?"
				+ form("response_type", "code", "client_id", "console", "scope", "openid profile", "state", "xyz",
						"redirect_uri", REDIRECT_URI, "code_challenge", challenge(), "code_challenge_method", "S256");
	}

	public HttpResponse<String> exchange(String code) {
		return post("/oauth2/token", "grant_type", "authorization_code", "client_id", "console", "code", code,
				"redirect_uri", REDIRECT_URI, "code_verifier", VERIFIER);
	}

	public HttpResponse<String> refresh(String refreshToken) {
		return post("/oauth2/token", "grant_type", "refresh_token", "client_id", "console", "refresh_token",
				refreshToken);
	}

	public HttpResponse<String> revoke(String token) {
		return post("/oauth2/revoke", "client_id", "console", "token", token);
	}

	public HttpResponse<String> get(String path, String... headers) {
		return send(HttpRequest.newBuilder(this.base.resolve(path)).GET(), headers);
	}

	public HttpResponse<String> post(String path, String... fields) {
		return send(HttpRequest.newBuilder(this.base.resolve(path))
			.POST(BodyPublishers.ofString(form(fields)))
			.header("Content-Type", "application/x-www-form-urlencoded"));
	}

	private HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
		try {
			request.header("X-Forwarded-For", this.address);
			if (headers.length > 0) {
				request.headers(headers);
			}
			return this.http.send(request.build(), BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	public static String csrfOf(HttpResponse<String> page) {
		Matcher field = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
		if (!field.find()) {
			throw new AssertionError("no form in " + page.statusCode() + " " + page.body());
		}
		return field.group(1);
	}

	public static String locationOf(HttpResponse<String> answer) {
		return answer.headers()
			.firstValue("Location")
			.orElseThrow(() -> new AssertionError("no redirect but " + answer.statusCode() + " " + answer.body()));
	}

	public static JsonNode json(HttpResponse<String> answer) {
		return JsonMapper.shared().readTree(answer.body());
	}

	/** What a token says, unverified. */
	public static JsonNode claimsOf(String token) {
		String payload = Arrays.asList(token.split("\\.", -1)).get(1);
		return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(payload));
	}

	private static Map<String, String> query(String uri) {
		return Arrays.stream(uri.substring(uri.indexOf('?') + 1).split("&", -1))
			.map((pair) -> pair.split("=", 2))
			.collect(Collectors.toMap((pair) -> pair[0], (pair) -> pair[1]));
	}

	private static String form(String... fields) {
		StringBuilder form = new StringBuilder();
		Iterator<String> all = Arrays.asList(fields).iterator();
		while (all.hasNext()) {
			form.append(form.isEmpty() ? "" : "&")
				.append(URLEncoder.encode(all.next(), StandardCharsets.UTF_8))
				.append('=')
				.append(URLEncoder.encode(all.next(), StandardCharsets.UTF_8));
		}
		return form.toString();
	}

	private static String challenge() {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
