/** System configurations over HTTP. */
@NullMarked
package cn.yigongti.org.systemconfig.web;

import org.jspecify.annotations.NullMarked;
