/**
 * The register's dates are dates in China, whatever the clock of the machine says; kept
 * in one place so that nobody asks the wrong clock.
 */
@NullMarked
package cn.yigongti.org.calendar;

import org.jspecify.annotations.NullMarked;
