package cn.yigongti.platform.paging;

/** A field to sort by, {@code -field} on the wire when descending. */
public record SortKey(String field, boolean descending) {

	static SortKey parse(String text) {
		return text.startsWith("-") ? new SortKey(text.substring(1), true) : new SortKey(text, false);
	}

	@Override
	public String toString() {
		return (this.descending ? "-" : "") + this.field;
	}

}
