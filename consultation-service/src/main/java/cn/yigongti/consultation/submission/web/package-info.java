/**
 * Applications over HTTP.
 */
@NullMarked
package cn.yigongti.consultation.submission.web;

import org.jspecify.annotations.NullMarked;
