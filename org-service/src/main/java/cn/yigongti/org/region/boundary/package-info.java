/**
 * Where divisions lie (行政区划边界): so that a county can be drawn with its townships. GeoJSON
 * after RFC 7946 goes in, is checked, and comes out as it was stored; nobody asks the
 * database where anything is.
 */
@NullMarked
package cn.yigongti.org.region.boundary;

import org.jspecify.annotations.NullMarked;
