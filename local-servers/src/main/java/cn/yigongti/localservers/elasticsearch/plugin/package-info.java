/**
 * Of the modules that every Elasticsearch distribution has, the published artifacts lack
 * two that this project depends on; this plugin stands in for as much of them as is
 * needed.
 */
@NullMarked
package cn.yigongti.localservers.elasticsearch.plugin;

import org.jspecify.annotations.NullMarked;
