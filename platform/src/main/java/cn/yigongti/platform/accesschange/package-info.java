/**
 * Which access tokens are older than a change of what they say. A token names what it
 * depends on and the last change of each that it knows of ({@link AccessChanges#CLAIM});
 * whoever makes tokens publishes later changes in Redis, and every replica follows them
 * there, so that no request waits for anybody. See ADR 22.
 */
@NullMarked
package cn.yigongti.platform.accesschange;

import org.jspecify.annotations.NullMarked;
