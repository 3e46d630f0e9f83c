/**
 * What runs in the JVM of the Elasticsearch node, where nothing else of this module is.
 */
@NullMarked
package cn.yigongti.localservers.elasticsearch.node;

import org.jspecify.annotations.NullMarked;
