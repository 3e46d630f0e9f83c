/**
 * Centres over HTTP.
 */
@NullMarked
package cn.yigongti.consultation.center.web;

import org.jspecify.annotations.NullMarked;
