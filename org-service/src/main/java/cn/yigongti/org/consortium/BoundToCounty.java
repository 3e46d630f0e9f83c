package cn.yigongti.org.consortium;

import java.util.UUID;

/**
 * The organization is, or will be, in a consortium of another county than the one it
 * would belong to.
 */
public class BoundToCounty extends RuntimeException {

	private static final long serialVersionUID = 1L;

	BoundToCounty(UUID organizationId) {
		super("member of a consortium of its county: " + organizationId);
	}

}
