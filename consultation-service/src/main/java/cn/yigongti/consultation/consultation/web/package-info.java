/**
 * The consultation over HTTP: one of them, its history, and what the caller may do with
 * it.
 */
@NullMarked
package cn.yigongti.consultation.consultation.web;

import org.jspecify.annotations.NullMarked;
