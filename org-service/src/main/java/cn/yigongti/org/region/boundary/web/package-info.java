/**
 * Boundaries over HTTP, as GeoJSON.
 */
@NullMarked
package cn.yigongti.org.region.boundary.web;

import org.jspecify.annotations.NullMarked;
