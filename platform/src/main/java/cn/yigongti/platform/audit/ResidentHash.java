package cn.yigongti.platform.audit;

/**
 * Which resident an entry is about: the keyed hash of their resident id, which
 * {@link AuditTrail#resident} makes. Nothing else can be passed for one.
 */
public final class ResidentHash {

	private final String value;

	ResidentHash(String value) {
		this.value = value;
	}

	public String value() {
		return this.value;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof ResidentHash hash && hash.value.equals(this.value);
	}

	@Override
	public int hashCode() {
		return this.value.hashCode();
	}

}
