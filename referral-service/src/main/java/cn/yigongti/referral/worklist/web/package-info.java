/**
 * The centre's list over HTTP.
 */
@NullMarked
package cn.yigongti.referral.worklist.web;

import org.jspecify.annotations.NullMarked;
