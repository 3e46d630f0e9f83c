/**
 * Open work over HTTP.
 */
@NullMarked
package cn.yigongti.consultation.openwork.web;

import org.jspecify.annotations.NullMarked;
