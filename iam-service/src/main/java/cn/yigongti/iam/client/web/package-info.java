/** Machine clients over HTTP. */
@NullMarked
package cn.yigongti.iam.client.web;

import org.jspecify.annotations.NullMarked;
