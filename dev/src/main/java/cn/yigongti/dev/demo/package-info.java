/**
 * Brings the demo county into the platform, the way a county does it: only through the
 * public interfaces, first as the operator of the installation, then as its own import
 * client. What is done is written down, so that a load that was broken off goes on where
 * it stopped.
 */
@NullMarked
package cn.yigongti.dev.demo;

import org.jspecify.annotations.NullMarked;
