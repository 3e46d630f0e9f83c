package cn.yigongti.org.organization.web;

import java.util.List;

/** All that an organization was, is and will be, the latest first. */
record HistoryResponse(List<EditionResponse> items) {

}
