/** Who am I, over HTTP. */
@NullMarked
package cn.yigongti.iam.me.web;

import org.jspecify.annotations.NullMarked;
