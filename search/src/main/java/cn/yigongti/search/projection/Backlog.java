package cn.yigongti.search.projection;

import java.time.Duration;

/**
 * How far an index is behind its rows.
 *
 * @param built whether there is an index to search
 * @param lag age of the oldest change that waits
 * @param waiting changes; counted up to 100,000
 * @param parked rows that can't get in
 */
public record Backlog(boolean built, Duration lag, long waiting, long parked) {
}
