package cn.yigongti.iam.signin;

import java.net.URI;

import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer.CookieValue;
import org.springframework.session.web.http.DefaultCookieSerializer;

import static org.assertj.core.api.Assertions.assertThat;

class SessionCookieTests {

	@Test
	void belongsToOneHostAloneWhereThatIsReachedByHttps() {
		assertThat(written("https://yigongti.example.cn")).startsWith("__Host-yigongti_session=")
			.contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/;")
			.doesNotContain("Domain=");
	}

	@Test
	void worksOnALaptopWithoutHttps() {
		assertThat(written("http://127.0.0.1:8080")).startsWith("yigongti_session=").doesNotContain("Secure");
	}

	private static String written(String issuer) {
		DefaultCookieSerializer serializer = new SignInConfiguration().cookieSerializer(URI.create(issuer),
				"yigongti_session");
		MockHttpServletResponse response = new MockHttpServletResponse();
		serializer.writeCookieValue(new CookieValue(new MockHttpServletRequest(), response, "a-session"));
		return String.valueOf(response.getHeader("Set-Cookie"));
	}

}
