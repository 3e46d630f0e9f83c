/** Icons over HTTP. */
@NullMarked
package cn.yigongti.org.systemconfig.icon.web;

import org.jspecify.annotations.NullMarked;
