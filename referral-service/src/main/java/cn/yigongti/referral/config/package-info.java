/**
 * How this service is put together.
 */
@NullMarked
package cn.yigongti.referral.config;

import org.jspecify.annotations.NullMarked;
