package cn.yigongti.dev.hissimulator;

import java.util.List;

/**
 * A page of users as the Cloud HIS contract writes one.
 *
 * @param totalElements of all pages
 */
record UserPage(List<HisUser> content, long totalElements, boolean last) {

	static UserPage of(List<HisUser> users, int page, int size) {
		int from = Math.toIntExact(Math.min((long) page * size, users.size()));
		int to = Math.min(from + size, users.size());
		return new UserPage(users.subList(from, to), users.size(), to == users.size());
	}

}
