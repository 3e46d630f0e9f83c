/**
 * An Elasticsearch projection of a service's rows: what the service declares as a
 * {@link cn.yigongti.search.index.SearchIndex} is kept up to date from an outbox, rebuilt
 * beside live traffic, and searched for as long as it can be.
 */
@NullMarked
package cn.yigongti.search;

import org.jspecify.annotations.NullMarked;
