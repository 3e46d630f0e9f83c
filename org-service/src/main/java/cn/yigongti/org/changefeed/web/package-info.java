/** The change feed over HTTP. */
@NullMarked
package cn.yigongti.org.changefeed.web;

import org.jspecify.annotations.NullMarked;
