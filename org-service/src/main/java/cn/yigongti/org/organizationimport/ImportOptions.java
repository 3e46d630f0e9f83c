package cn.yigongti.org.organizationimport;

/**
 * How a file is to be taken.
 *
 * @param partial take what is good although some rows are not
 * @param dryRun take nothing, only say what would happen
 */
public record ImportOptions(boolean partial, boolean dryRun) {

}
