package cn.yigongti.localservers;

import java.net.URI;

/** Where Elasticsearch answers; it knows no users. */
public record Elasticsearch(URI uri) {
}
