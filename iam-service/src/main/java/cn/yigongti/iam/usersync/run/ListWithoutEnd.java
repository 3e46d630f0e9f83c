package cn.yigongti.iam.usersync.run;

/** A HIS that never says "last" is out of order. */
class ListWithoutEnd extends RuntimeException {

	private static final long serialVersionUID = 1L;

	ListWithoutEnd(String source) {
		super(source);
	}

}
