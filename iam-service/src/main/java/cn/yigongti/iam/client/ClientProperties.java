package cn.yigongti.iam.client;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation lets machine clients have.
 *
 * @param maxRequestsPerMinute the largest quota that one can be given
 * @param secretOverlap how long a secret stays good beside the next, unless said
 */
@ConfigurationProperties("yigongti.iam.clients")
record ClientProperties(@DefaultValue("6000") int maxRequestsPerMinute, @DefaultValue("24h") Duration secretOverlap) {

}
