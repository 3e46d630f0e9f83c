package cn.yigongti.platform.idempotency;

import org.jspecify.annotations.Nullable;

/** The answer a key was first given. */
record RememberedAnswer(String requestHash, int status, @Nullable String location, @Nullable String etag,
		@Nullable String contentType, String body) {

	static final String ATTRIBUTE = RememberedAnswer.class.getName();

}
