package cn.yigongti.consultation.delivery;

import java.time.Duration;

import cn.yigongti.platform.outbound.call.OutboundLimits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * How submissions are delivered.
 *
 * @param concurrency deliveries a replica has under way at once
 * @param concurrencyPerHost how many of them to one host
 * @param lease how long a replica that says nothing is believed to be at work on one
 * @param connectTimeout until a connection stands
 * @param timeLimit for one whole attempt
 * @param maxAnswer larger answers are not read
 * @param firstBackOff wait before the second attempt at most; doubles each time
 * @param longestBackOff no wait is longer, whatever the other side asks for
 * @param parkAfter after so long it is parked
 * @param unconfiguredInterval how often to look whether an applicant without a system has
 * one by now
 * @param failuresToSuspend calls in a row of which half must fail before a host is left
 * alone
 * @param suspension for how long
 */
@ConfigurationProperties("yigongti.consultation.delivery")
record DeliveryProperties(@DefaultValue("8") int concurrency, @DefaultValue("4") int concurrencyPerHost,
		@DefaultValue("1m") Duration lease, @DefaultValue("2s") Duration connectTimeout,
		@DefaultValue("10s") Duration timeLimit, @DefaultValue("64KB") DataSize maxAnswer,
		@DefaultValue("10s") Duration firstBackOff, @DefaultValue("30m") Duration longestBackOff,
		@DefaultValue("24h") Duration parkAfter, @DefaultValue("1h") Duration unconfiguredInterval,
		@DefaultValue("5") int failuresToSuspend, @DefaultValue("30s") Duration suspension) {

	DeliveryProperties {
		Assert.isTrue(lease.compareTo(timeLimit.multipliedBy(2)) >= 0,
				"yigongti.consultation.delivery.lease must be at least twice the time-limit");
	}

	OutboundLimits limits() {
		return new OutboundLimits(this.connectTimeout, this.timeLimit, this.timeLimit, this.maxAnswer);
	}

}
