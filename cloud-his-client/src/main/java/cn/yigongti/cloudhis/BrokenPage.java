package cn.yigongti.cloudhis;

/** A page that contradicts itself. */
class BrokenPage extends RuntimeException {

	private static final long serialVersionUID = 1L;

	BrokenPage(int page) {
		super("page " + page + " can't be part of a list");
	}

}
