package cn.yigongti.org.organization;

import java.util.List;

import cn.yigongti.org.openwork.OpenWork;

/** Others still have work under way for an organization that shall close. */
public class OpenWorkLeft extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<OpenWork> openWork;

	OpenWorkLeft(List<OpenWork> openWork) {
		super("open work: " + openWork);
		this.openWork = List.copyOf(openWork);
	}

	public List<OpenWork> openWork() {
		return this.openWork;
	}

}
