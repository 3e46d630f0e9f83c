/**
 * The lists over HTTP.
 */
@NullMarked
package cn.yigongti.consultation.worklist.web;

import org.jspecify.annotations.NullMarked;
