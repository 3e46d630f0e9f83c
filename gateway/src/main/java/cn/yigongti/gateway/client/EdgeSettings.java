package cn.yigongti.gateway.client;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who stands between us and the client.
 *
 * @param trustedProxies addresses of the proxies in front of the gateway, whose
 * {@code X-Forwarded-For} and {@code X-Forwarded-Proto} are believed
 * @param scrapers addresses which may read the metrics, when they ask directly
 */
@ConfigurationProperties("yigongti.gateway")
record EdgeSettings(@DefaultValue List<String> trustedProxies, @DefaultValue List<String> scrapers) {

}
