package cn.yigongti.cloudhis;

import java.time.Duration;

import cn.yigongti.platform.outbound.call.OutboundLimits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How patient we are with a HIS.
 *
 * @param connectTimeout until a connection stands
 * @param timeLimit for one whole attempt, the body included
 * @param lookupTimeLimit for one look at a single user, while somebody waits
 * @param probeTimeLimit for one look whether it works, while somebody waits
 * @param attempts first try and retries together
 * @param firstBackOff wait before the first retry; doubles, with jitter
 * @param concurrentCalls at most this many at once, per HIS
 * @param maxAnswer larger answers are refused unread
 * @param failuresToSuspend calls in a row (retries counted) of which half must fail
 * before we stop asking
 * @param suspension how long we then don't ask
 */
@ConfigurationProperties("yigongti.cloud-his.client")
record CloudHisProperties(@DefaultValue("2s") Duration connectTimeout, @DefaultValue("15s") Duration timeLimit,
		@DefaultValue("3s") Duration lookupTimeLimit, @DefaultValue("10s") Duration probeTimeLimit,
		@DefaultValue("4") int attempts, @DefaultValue("500ms") Duration firstBackOff,
		@DefaultValue("4") int concurrentCalls, @DefaultValue("8MB") DataSize maxAnswer,
		@DefaultValue("20") int failuresToSuspend, @DefaultValue("30s") Duration suspension) {

	private static final DataSize ONE_USER = DataSize.ofKilobytes(64);

	OutboundLimits limits() {
		return new OutboundLimits(this.connectTimeout, this.timeLimit, this.timeLimit, this.maxAnswer);
	}

	OutboundLimits lookupLimits() {
		return new OutboundLimits(this.lookupTimeLimit, this.lookupTimeLimit, this.lookupTimeLimit, ONE_USER);
	}

	OutboundLimits probeLimits() {
		return new OutboundLimits(this.probeTimeLimit, this.probeTimeLimit, this.probeTimeLimit, ONE_USER);
	}

}
