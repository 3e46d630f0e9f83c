/**
 * All that is said to Elasticsearch, each with a time limit; nothing else of this module
 * knows how.
 */
@NullMarked
package cn.yigongti.search.server;

import org.jspecify.annotations.NullMarked;
