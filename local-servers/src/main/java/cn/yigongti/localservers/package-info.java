/**
 * Development and tests need the servers that production has, not imitations, on machines
 * without a container engine: this package makes them from Maven artifacts and runs them
 * as child processes that can't outlive their owner.
 */
@NullMarked
package cn.yigongti.localservers;

import org.jspecify.annotations.NullMarked;
