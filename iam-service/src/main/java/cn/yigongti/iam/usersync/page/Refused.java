package cn.yigongti.iam.usersync.page;

/**
 * What is wrong with a row.
 *
 * @param field as the HIS calls it
 * @param code why, {@code field.<code>} is its text
 */
record Refused(String field, String code) {

}
