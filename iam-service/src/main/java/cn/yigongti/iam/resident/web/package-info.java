/** Tokens of residents over HTTP. */
@NullMarked
package cn.yigongti.iam.resident.web;

import org.jspecify.annotations.NullMarked;
