package cn.yigongti.org.systemconfig.connectiontest.web;

import java.util.List;
import java.util.function.UnaryOperator;

import cn.yigongti.cloudhis.probe.Failure;
import cn.yigongti.cloudhis.probe.StepResult;
import cn.yigongti.org.systemconfig.connectiontest.ConnectionTest;
import org.jspecify.annotations.Nullable;

/**
 * What became of a test.
 *
 * @param passed whether the Cloud HIS can be asked for its users
 * @param failure missing when it passed
 * @param status of HTTP, as soon as there was one
 */
record ConnectionTestResponse(String systemApiUrl, boolean passed, @Nullable FailureResponse failure,
		List<StepResult> steps, @Nullable Integer status) {

	/**
	 * What failed.
	 *
	 * @param reason stable, kebab-case
	 * @param detail the reason in the caller's language
	 * @param field of the answer that is missing or wrong, as a JSON pointer
	 */
	record FailureResponse(Failure.Kind kind, String reason, String detail, @Nullable String field) {

	}

	static ConnectionTestResponse of(ConnectionTest test, UnaryOperator<String> texts) {
		Failure failure = test.report().failure();
		return new ConnectionTestResponse(test.address().toString(), failure == null,
				(failure != null) ? told(failure, texts) : null, test.report().steps(), test.report().status());
	}

	private static FailureResponse told(Failure failure, UnaryOperator<String> texts) {
		return new FailureResponse(failure.kind(), failure.reason(), texts.apply(failure.reason()), failure.field());
	}

}
