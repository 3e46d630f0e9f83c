package cn.yigongti.org.systemconfig.connectiontest;

import java.net.URI;

import cn.yigongti.cloudhis.probe.ProbeReport;

/** What was tested, and what became of it. */
public record ConnectionTest(URI address, ProbeReport report) {

}
