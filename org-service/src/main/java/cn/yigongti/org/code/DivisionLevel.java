package cn.yigongti.org.code;

/** How far down the county → township → village tree a division lies. */
public enum DivisionLevel {

	COUNTY(6), TOWNSHIP(9), VILLAGE(12);

	private final int digits;

	DivisionLevel(int digits) {
		this.digits = digits;
	}

	public int digits() {
		return this.digits;
	}

}
