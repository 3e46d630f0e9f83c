package cn.yigongti.platform.audit;

import java.util.List;

import cn.yigongti.platform.outbound.Network;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * From where the gateway calls.
 *
 * @param gateways networks of the gateway's replicas; what a peer there says of the
 * client's address is believed
 */
@ConfigurationProperties("yigongti")
record Gateways(@DefaultValue( {
		"127.0.0.0/8", "::1/128" }) List<String> gateways){

	Gateways {
		gateways = List.copyOf(gateways);
	}

	List<Network> networks() {
		return this.gateways.stream().map(Network::parse).toList();
	}

}
