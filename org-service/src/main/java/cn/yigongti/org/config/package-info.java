/**
 * How the pieces are put together: what the database holds of our code values, and what a
 * client hears when a rule of the register says no.
 */
@NullMarked
package cn.yigongti.org.config;

import org.jspecify.annotations.NullMarked;
