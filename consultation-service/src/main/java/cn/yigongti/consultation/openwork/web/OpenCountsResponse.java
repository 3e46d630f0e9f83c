package cn.yigongti.consultation.openwork.web;

import java.util.List;

import cn.yigongti.consultation.openwork.OpenCount;

record OpenCountsResponse(List<OpenCount> items) {

}
