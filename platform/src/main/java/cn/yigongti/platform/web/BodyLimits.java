package cn.yigongti.platform.web;

import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large a body may be; multipart uploads have limits of their own.
 *
 * @param maxBody where nothing else is said
 * @param bodyLimits larger or smaller ones by path pattern, of which the most specific
 * counts. In YAML a pattern stands in brackets: {@code "[/api/v1/notes/*]": 16MB}
 */
@ConfigurationProperties("yigongti")
record BodyLimits(@DefaultValue("1MB") DataSize maxBody, @DefaultValue Map<String, DataSize> bodyLimits) {

	BodyLimits {
		bodyLimits = Map.copyOf(bodyLimits);
	}

}
