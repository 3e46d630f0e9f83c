package cn.yigongti.org.region;

/** What became of a division that was to be written. */
public enum Outcome {

	CREATED, UPDATED, UNCHANGED, REFUSED

}
