/** Presence over HTTP. */
@NullMarked
package cn.yigongti.iam.presence.web;

import org.jspecify.annotations.NullMarked;
