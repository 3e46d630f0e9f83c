/**
 * The referral over HTTP: one of them, its history, and what the caller may do with it.
 */
@NullMarked
package cn.yigongti.referral.referral.web;

import org.jspecify.annotations.NullMarked;
