/**
 * Hospital events over HTTP, one by one and in bulk.
 */
@NullMarked
package cn.yigongti.referral.hisevent.web;

import org.jspecify.annotations.NullMarked;
