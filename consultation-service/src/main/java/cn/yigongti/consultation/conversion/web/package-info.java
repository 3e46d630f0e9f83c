/**
 * Conversion over HTTP.
 */
@NullMarked
package cn.yigongti.consultation.conversion.web;

import org.jspecify.annotations.NullMarked;
