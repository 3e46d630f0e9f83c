/**
 * How this service is put together.
 */
@NullMarked
package cn.yigongti.consultation.config;

import org.jspecify.annotations.NullMarked;
