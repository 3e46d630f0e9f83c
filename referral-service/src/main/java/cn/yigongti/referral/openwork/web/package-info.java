/** Open work over HTTP. */
@NullMarked
package cn.yigongti.referral.openwork.web;

import org.jspecify.annotations.NullMarked;
