package cn.yigongti.iam.session;

import java.io.Serializable;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Where somebody signs in from.
 *
 * @param address as the gateway tells it
 * @param device what the browser says of itself
 */
public record Visitor(String address, @Nullable String device) implements Serializable {

	private static final int LONGEST_DEVICE = 200;

	public static Visitor of(HttpServletRequest request) {
		String device = request.getHeader(HttpHeaders.USER_AGENT);
		return new Visitor(request.getRemoteAddr().replaceAll("[\\[\\]]", ""),
				(device != null && device.length() > LONGEST_DEVICE) ? device.substring(0, LONGEST_DEVICE) : device);
	}

}
