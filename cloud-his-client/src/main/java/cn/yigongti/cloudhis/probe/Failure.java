package cn.yigongti.cloudhis.probe;

import org.jspecify.annotations.Nullable;

/**
 * Why a HIS can't be asked.
 *
 * @param reason stable, kebab-case; says more than the kind
 * @param field of the answer that is missing or wrong, as a JSON pointer
 */
public record Failure(Kind kind, String reason, @Nullable String field) {

	/** What failed. */
	public enum Kind {

		/**
		 * Not tried: the operator doesn't let us call this host, or the addresses it has.
		 */
		NOT_ALLOWED,
		/** The host has no address. */
		NAME,
		/** Nobody listens, or nobody can be reached. */
		CONNECT,
		/** No secure connection: the certificate is not trusted, expired or another's. */
		TLS,
		/** No answer, or one that says no. */
		STATUS,
		/** The answer is not what was agreed. */
		CONTRACT,
		/** It took too long; the last step tells where. */
		TIMEOUT

	}

	static Failure of(Kind kind, String reason) {
		return new Failure(kind, reason, null);
	}

}
