package cn.yigongti.gateway.headers;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which other web sites may call us.
 *
 * @param allowedOrigins such as {@code https://console.example.org}, exactly as browsers
 * write it
 */
@ConfigurationProperties("yigongti.gateway")
record CrossOriginSettings(@DefaultValue List<String> allowedOrigins) {

}
