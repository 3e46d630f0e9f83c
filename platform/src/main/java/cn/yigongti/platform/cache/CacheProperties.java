package cn.yigongti.platform.cache;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a service caches.
 *
 * @param prefix of all keys in Redis; the name of the service unless several
 * installations share one Redis
 * @param timeToLive how long a value is kept at most, and so how long an old one may be
 * shown when a change could not be made known
 */
@ConfigurationProperties("yigongti.cache")
record CacheProperties(@Nullable String prefix, @DefaultValue("60s") Duration timeToLive) {

	String prefixFor(String service) {
		return (this.prefix != null) ? this.prefix : service;
	}

}
