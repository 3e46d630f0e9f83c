/**
 * What the tests of all services share: starts on real servers, callers with minted
 * tokens, and the rules every service keeps.
 */
@NullMarked
package cn.yigongti.platform.test;

import org.jspecify.annotations.NullMarked;
