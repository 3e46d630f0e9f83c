package cn.yigongti.gateway.trace;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;

import org.springframework.cloud.gateway.filter.headers.observation.DefaultGatewayObservationConvention;
import org.springframework.cloud.gateway.filter.headers.observation.GatewayContext;
import org.springframework.stereotype.Component;

/**
 * Spans of calls to services carry the path, where the default would carry the whole
 * address with its query.
 */
@Component
class UpstreamObservations extends DefaultGatewayObservationConvention {

	@Override
	public KeyValues getHighCardinalityKeyValues(GatewayContext context) {
		return KeyValues.of(KeyValue.of("http.uri", context.getRequest().getURI().getRawPath()));
	}

}
