package cn.yigongti.gateway.client;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;

/** Ranges of addresses, written as {@code 10.0.0.0/8} or as a single address. */
public final class Subnets {

	private final List<IpSubnetFilterRule> rules;

	private Subnets(List<IpSubnetFilterRule> rules) {
		this.rules = rules;
	}

	public static Subnets of(List<String> ranges) {
		return new Subnets(ranges.stream().map(Subnets::rule).toList());
	}

	public boolean contain(InetAddress address) {
		InetSocketAddress socket = new InetSocketAddress(address, 0);
		return this.rules.stream().anyMatch((rule) -> rule.matches(socket));
	}

	private static IpSubnetFilterRule rule(String range) {
		String whole = range.contains(":") ? "/128" : "/32";
		return new IpSubnetFilterRule(range.contains("/") ? range : range + whole, IpFilterRuleType.ACCEPT);
	}

}
