package cn.yigongti.org.organization;

/** Organizations below this one depend on what is to be changed. */
public class HasOpenChildren extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int count;

	HasOpenChildren(int count) {
		super(count + " open children");
		this.count = count;
	}

	public int count() {
		return this.count;
	}

}
