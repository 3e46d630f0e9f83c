package cn.yigongti.iam.signin;

import cn.yigongti.iam.testing.ConsoleSession;
import cn.yigongti.iam.testing.County;
import cn.yigongti.iam.testing.IamTest;
import cn.yigongti.iam.testing.People;
import cn.yigongti.iam.testing.People.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@IamTest
class PageTests {

	private final County county;

	private final People people;

	private final int port;

	private ConsoleSession browser;

	@Autowired
	PageTests(County county, People people, @LocalServerPort int port) {
		this.county = county;
		this.people = people;
		this.port = port;
		this.browser = new ConsoleSession(port);
	}

	@BeforeEach
	void openABrowser() {
		this.browser = new ConsoleSession(this.port);
	}

	@Test
	void speaksChineseUnlessEnglishIsPreferredOrChosen() {
		assertThat(this.browser.get("/login").body()).contains("lang=\"zh-CN\"").contains(">登录</button>");
		assertThat(this.browser.get("/login", "Accept-Language", "en").body()).contains(">Sign in</button>");
		assertThat(this.browser.get("/login?lang=en").body()).contains(">Sign in</button>");
		assertThat(this.browser.get("/activate").body()).as("remembered").contains(">Set password</button>");
	}

	@Test
	void loadsNothingFromElsewhereAndRunsNothing() {
		var page = this.browser.get("/login");

		String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
		assertThat(policy).contains("default-src 'none'", "style-src 'sha256-", "frame-ancestors 'none'",
				"form-action 'self' http://127.0.0.1:5173");
		assertThat(page.body()).doesNotContain("<script", "src=", "<link");
		assertThat(page.headers().firstValue("Cache-Control"))
			.hasValueSatisfying((cache) -> assertThat(cache).contains("no-store"));
	}

	@Test
	void theCookieIsOutOfReachOfScriptsAndOtherSites() {
		String cookie = this.browser.get("/login").headers().firstValue("Set-Cookie").orElseThrow();

		assertThat(cookie).startsWith("__Host-yigongti_session=")
			.contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/;");
	}

	@Test
	void theCookieIsSecureBehindAnHttpsAddress() {
		String cookie = this.browser
			.get("/login", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "yigongti.example.cn")
			.headers()
			.firstValue("Set-Cookie")
			.orElseThrow();

		assertThat(cookie).contains("Secure");
	}

	@Test
	void leadsBackWithoutEverNamingAHost() {
		Person doctor = this.people.activated(this.county.organization("500229", null));
		var toLogin = this.browser.get(this.browser.authorizePath(), "X-Forwarded-Proto", "http", "X-Forwarded-Host",
				"elsewhere.example.com");
		assertThat(ConsoleSession.locationOf(toLogin)).endsWith("/login");

		var back = this.browser.submitLogin("/login", doctor.loginName(), People.PASSWORD);

		assertThat(ConsoleSession.locationOf(back)).startsWith("/oauth2/authorize?");
	}

	@Test
	void refusesAFormWithoutItsToken() {
		var answer = this.browser.post("/login", "username", "somebody", "password", "something");

		assertThat(ConsoleSession.locationOf(answer)).endsWith("/login?expired");
	}

	@Test
	void signsOut() {
		Person doctor = this.people.activated(this.county.organization("500229", null));
		this.browser.submitLogin("/login", doctor.loginName(), People.PASSWORD);
		assertThat(this.browser.get("/login").body()).contains("您已登录");

		String csrf = ConsoleSession.csrfOf(this.browser.get("/logout"));
		assertThat(ConsoleSession.locationOf(this.browser.post("/logout", "_csrf", csrf))).endsWith("/login?bye");

		assertThat(this.browser.get("/login").body()).doesNotContain("您已登录");
	}

	@Test
	void refusesWhatCanNotBeActivatedOnThePageItself() {
		String csrf = ConsoleSession.csrfOf(this.browser.get("/activate"));

		var differ = this.browser.post("/activate", "_csrf", csrf, "loginName", "<b>x</b>", "code", "1", "password",
				"Correct-Horse-8", "repeated", "Correct-Horse-9");
		var refused = this.browser.post("/activate", "_csrf", csrf, "loginName", "nobody", "code", "1", "password",
				"Correct-Horse-8", "repeated", "Correct-Horse-8");

		assertThat(differ.statusCode()).isEqualTo(422);
		assertThat(differ.body()).contains("两次输入的密码不一致", "value=\"&lt;b&gt;x&lt;/b&gt;\"");
		assertThat(refused.body()).contains("激活码不正确");
	}

}
