/**
 * Return and void over HTTP.
 */
@NullMarked
package cn.yigongti.referral.ending.web;

import org.jspecify.annotations.NullMarked;
