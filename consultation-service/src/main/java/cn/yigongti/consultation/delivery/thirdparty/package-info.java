/**
 * The third-party consultation system: where it is, what it is told, and what its answers
 * mean. Whoever runs it, its answers are not trusted.
 */
@NullMarked
package cn.yigongti.consultation.delivery.thirdparty;

import org.jspecify.annotations.NullMarked;
