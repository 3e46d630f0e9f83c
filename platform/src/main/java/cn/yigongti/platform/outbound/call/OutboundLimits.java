package cn.yigongti.platform.outbound.call;

import java.time.Duration;

import org.springframework.util.unit.DataSize;

/**
 * How patient we are with the other side.
 *
 * @param connect until a connection stands, for each address tried, and again until it is
 * secure
 * @param response until the answer begins, and between any two parts of it
 * @param total for everything from the look-up of the name to the last byte
 * @param answer larger ones are not read to the end
 */
public record OutboundLimits(Duration connect, Duration response, Duration total, DataSize answer) {

}
