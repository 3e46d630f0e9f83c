package cn.yigongti.search.projection;

import java.time.Instant;

/**
 * What is searched.
 *
 * @param target its name in Elasticsearch
 * @param fingerprint of its mapping
 */
public record LiveIndex(String name, String target, String fingerprint, Instant builtAt) {
}
