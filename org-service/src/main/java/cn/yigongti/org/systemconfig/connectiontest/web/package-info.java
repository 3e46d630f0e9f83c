/** Connection tests over HTTP. */
@NullMarked
package cn.yigongti.org.systemconfig.connectiontest.web;

import org.jspecify.annotations.NullMarked;
