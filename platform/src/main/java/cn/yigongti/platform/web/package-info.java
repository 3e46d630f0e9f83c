/**
 * What every HTTP answer has in common: security, strict parameters, language.
 */
@NullMarked
package cn.yigongti.platform.web;

import org.jspecify.annotations.NullMarked;
