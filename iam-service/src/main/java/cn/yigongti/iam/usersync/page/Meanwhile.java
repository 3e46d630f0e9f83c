package cn.yigongti.iam.usersync.page;

import java.util.Map;

import cn.yigongti.iam.user.SyncedUser;

/**
 * What is known of those a page names, before it is taken.
 *
 * @param met whom the run has met already, by HIS user id
 * @param known users of the HIS, by HIS user id
 * @param owners users who have a login name, by login name in lower case; not those who
 * have given it up in the course of the run
 * @param takers HIS user ids that were given a login name in the course of the run, by
 * login name in lower case
 */
public record Meanwhile(Map<String, StagedRow> met, Map<String, SyncedUser> known, Map<String, SyncedUser> owners,
		Map<String, String> takers) {

}
