package cn.yigongti.org.organization.web;

import java.util.List;

/** Those asked for that the caller may see; the others are left out. */
record LookupResponse(List<OrganizationResponse> items) {

}
