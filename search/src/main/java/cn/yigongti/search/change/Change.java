package cn.yigongti.search.change;

import java.util.UUID;

/**
 * A recorded change that waits.
 *
 * @param attempts how often Elasticsearch couldn't take it
 */
public record Change(long id, UUID row, int attempts) {
}
