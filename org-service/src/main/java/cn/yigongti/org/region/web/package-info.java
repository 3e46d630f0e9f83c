/**
 * Administrative divisions over HTTP.
 */
@NullMarked
package cn.yigongti.org.region.web;

import org.jspecify.annotations.NullMarked;
