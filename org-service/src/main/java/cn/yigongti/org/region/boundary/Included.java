package cn.yigongti.org.region.boundary;

/** Whose boundaries are asked for. */
public enum Included {

	/** That of the division itself. */
	SELF,
	/** Those of the divisions directly below it. */
	CHILDREN,
	/** Both. */
	ALL;

	boolean self() {
		return this != CHILDREN;
	}

	boolean children() {
		return this != SELF;
	}

}
