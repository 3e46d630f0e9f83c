/** Users and their grants over HTTP. */
@NullMarked
package cn.yigongti.iam.user.web;

import org.jspecify.annotations.NullMarked;
