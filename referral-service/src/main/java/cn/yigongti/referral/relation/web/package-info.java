/**
 * Relations over HTTP.
 */
@NullMarked
package cn.yigongti.referral.relation.web;

import org.jspecify.annotations.NullMarked;
