package cn.yigongti.org.consortium.web;

import java.util.List;

import cn.yigongti.org.consortium.Member;

/** All who have joined together. */
record JoinedResponse(List<Member> items) {

}
