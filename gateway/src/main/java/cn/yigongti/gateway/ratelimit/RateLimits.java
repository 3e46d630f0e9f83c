package cn.yigongti.gateway.ratelimit;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The limits of an installation.
 *
 * @param caller for each user or machine client with a token
 * @param anonymous for each address without one
 * @param signIn for each address, where passwords, secrets and activation codes are tried
 */
@ConfigurationProperties("yigongti.gateway.rate-limits")
record RateLimits(RateLimit caller, RateLimit anonymous, RateLimit signIn) {

}
