/**
 * Where patients are at rest in this service.
 */
@NullMarked
package cn.yigongti.consultation.patient;

import org.jspecify.annotations.NullMarked;
