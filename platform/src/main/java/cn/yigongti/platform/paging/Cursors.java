package cn.yigongti.platform.paging;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;

import cn.yigongti.platform.crypto.KeyedHash;
import cn.yigongti.platform.problem.ProblemException;

import org.springframework.http.HttpStatus;

/**
 * Opaque signed cursors: nobody can make one up or change one, so what stands in it can
 * be trusted. Values are joined with the unit separator, which no sort value holds.
 */
public class Cursors {

	private static final String SEPARATOR = "\u001f";

	private static final int SIGNATURE_LENGTH = 22;

	private final KeyedHash signature;

	public Cursors(KeyedHash signature) {
		this.signature = signature;
	}

	/**
	 * Makes a cursor.
	 * @param sort what it belongs to: with another it can't be read
	 */
	public String encode(String sort, List<String> values) {
		String content = Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString((sort + SEPARATOR + String.join(SEPARATOR, values)).getBytes(StandardCharsets.UTF_8));
		return sign(content) + content;
	}

	/**
	 * Reads a cursor made for the same sort.
	 * @throws ProblemException 400 {@code invalid-cursor}
	 */
	public List<String> decode(String sort, String cursor) {
		if (cursor.length() <= SIGNATURE_LENGTH) {
			throw invalid();
		}
		String content = cursor.substring(SIGNATURE_LENGTH);
		byte[] expected = sign(content).getBytes(StandardCharsets.UTF_8);
		byte[] given = cursor.substring(0, SIGNATURE_LENGTH).getBytes(StandardCharsets.UTF_8);
		if (!MessageDigest.isEqual(expected, given)) {
			throw invalid();
		}
		String text = new String(Base64.getUrlDecoder().decode(content), StandardCharsets.UTF_8);
		List<String> parts = List.of(text.split(SEPARATOR, -1));
		if (!parts.getFirst().equals(sort)) {
			throw invalid();
		}
		return parts.subList(1, parts.size());
	}

	private String sign(String content) {
		return this.signature.of(content).substring(0, SIGNATURE_LENGTH);
	}

	private static ProblemException invalid() {
		return new ProblemException(HttpStatus.BAD_REQUEST, "invalid-cursor");
	}

}
