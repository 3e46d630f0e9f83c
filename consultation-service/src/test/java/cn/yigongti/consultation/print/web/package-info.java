/**
 * Proves what printed reports promise.
 */
@NullMarked
package cn.yigongti.consultation.print.web;

import org.jspecify.annotations.NullMarked;
