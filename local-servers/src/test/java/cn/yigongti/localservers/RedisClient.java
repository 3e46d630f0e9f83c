package cn.yigongti.localservers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Speaks as much of Redis' inline protocol as these tests need. */
final class RedisClient implements AutoCloseable {

	private final Socket socket;

	private final BufferedReader answers;

	RedisClient(Redis redis) throws IOException {
		this.socket = new Socket(redis.host(), redis.port());
		this.answers = new BufferedReader(new InputStreamReader(this.socket.getInputStream(), StandardCharsets.UTF_8));
	}

	/**
	 * The first line of the answer, or the second where the first only tells a length.
	 */
	String ask(String command) throws IOException {
		this.socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
		String answer = Objects.requireNonNull(this.answers.readLine());
		return answer.startsWith("$") ? Objects.requireNonNull(this.answers.readLine()) : answer;
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
