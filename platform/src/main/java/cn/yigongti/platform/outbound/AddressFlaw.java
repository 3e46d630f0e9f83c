package cn.yigongti.platform.outbound;

import java.util.Locale;

/** Why an address can't be used. */
public enum AddressFlaw {

	/** Longer than {@value OutboundAddress#MAX_LENGTH} characters. */
	LENGTH,
	/** No URL at all. */
	MALFORMED,
	/** Neither http nor https. */
	SCHEME,
	/**
	 * Holds a user name or password, with which one host can be made to look like
	 * another.
	 */
	USER_INFO,
	/** Has a query, where ours would have to go. */
	QUERY,
	/** Has a fragment, which is not for servers. */
	FRAGMENT,
	/** Without a host, or with one that no name can be. */
	HOST,
	/** A host that is a number: in disguise, or not listed as it is. */
	LITERAL,
	/** A host that is not on the operator's list. */
	NOT_ALLOWED,
	/** A listed host, but not on this port. */
	PORT,
	/** A host whose name stands for an address in a network that is not to be called. */
	NETWORK;

	/** Stable name, the {@code code} of a field error. */
	public String code() {
		return "address-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
