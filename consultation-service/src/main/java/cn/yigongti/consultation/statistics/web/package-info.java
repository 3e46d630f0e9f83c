/**
 * The centre page over HTTP.
 */
@NullMarked
package cn.yigongti.consultation.statistics.web;

import org.jspecify.annotations.NullMarked;
