package cn.yigongti.gateway.problem;

/**
 * Where a failure came from, fit for a log: WebFlux attaches checkpoints to exceptions
 * which quote the request with its query, and messages may do so too.
 */
final class WithoutQuery extends Exception {

	private static final long serialVersionUID = 1L;

	private WithoutQuery(Throwable failure) {
		super(failure.getClass().getName(), (failure.getCause() != null) ? new WithoutQuery(failure.getCause()) : null);
		setStackTrace(failure.getStackTrace());
	}

	static Throwable of(Throwable failure) {
		return new WithoutQuery(failure);
	}

}
