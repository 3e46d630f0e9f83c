package cn.yigongti.consultation.directory;

/** 机构级别, lowest first. */
public enum Tier {

	/** 村卫生室. */
	VILLAGE,
	/** 乡镇卫生院. */
	TOWNSHIP,
	/** 县级医院. */
	COUNTY,
	/** A hospital above the county. */
	CITY;

	public boolean isBelow(Tier other) {
		return compareTo(other) < 0;
	}

}
