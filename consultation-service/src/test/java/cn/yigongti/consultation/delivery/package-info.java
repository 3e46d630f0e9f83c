/**
 * Third-party systems that are down, slow or lying, and an hour of it in seconds: the
 * clock is put forward, and the worker begins when a test says so.
 */
@NullMarked
package cn.yigongti.consultation.delivery;

import org.jspecify.annotations.NullMarked;
