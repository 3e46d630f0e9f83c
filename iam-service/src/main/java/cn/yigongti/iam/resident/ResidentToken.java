package cn.yigongti.iam.resident;

import java.time.Duration;

/**
 * A token bound to one resident.
 *
 * @param life how long it is good
 */
public record ResidentToken(String value, Duration life) {

}
