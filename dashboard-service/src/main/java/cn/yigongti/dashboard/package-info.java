/**
 * The home page (首页): overview and indicators will live here. So far the service has its
 * database, its security and an empty catalogue.
 */
@NullMarked
package cn.yigongti.dashboard;

import org.jspecify.annotations.NullMarked;
