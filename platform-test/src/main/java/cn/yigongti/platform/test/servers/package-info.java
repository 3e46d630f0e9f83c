/**
 * Real servers are started once for all tests of a Maven run, for each of them would cost
 * every module seconds and memory; what keeps tests apart is a database for each.
 */
@NullMarked
package cn.yigongti.platform.test.servers;

import org.jspecify.annotations.NullMarked;
