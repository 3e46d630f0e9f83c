package cn.yigongti.org.organizationimport.submission;

import cn.yigongti.org.organizationimport.OrganizationImport;

/**
 * What has become of a request.
 *
 * @param replayed whether it had been handed in before
 */
public record Submitted(OrganizationImport submitted, boolean replayed) {

}
