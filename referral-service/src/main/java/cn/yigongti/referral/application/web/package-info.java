/**
 * Applications over HTTP.
 */
@NullMarked
package cn.yigongti.referral.application.web;

import org.jspecify.annotations.NullMarked;
