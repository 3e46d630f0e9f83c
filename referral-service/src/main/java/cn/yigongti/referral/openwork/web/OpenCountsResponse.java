package cn.yigongti.referral.openwork.web;

import java.util.List;

import cn.yigongti.referral.openwork.OpenCount;

record OpenCountsResponse(List<OpenCount> items) {

}
