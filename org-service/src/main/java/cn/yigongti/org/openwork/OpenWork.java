package cn.yigongti.org.openwork;

/**
 * What one service still has under way for an organization.
 *
 * @param service whose work it is, by the word its resources are called
 * @param asSource how much the organization asked of others
 * @param asTarget how much others asked of it
 */
public record OpenWork(String service, long asSource, long asTarget) {

	boolean isNone() {
		return this.asSource == 0 && this.asTarget == 0;
	}

	@Override
	public String toString() {
		return "%s: %d as source, %d as target".formatted(this.service, this.asSource, this.asTarget);
	}

}
