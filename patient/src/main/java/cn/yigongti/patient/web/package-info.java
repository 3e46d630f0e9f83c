/**
 * Patients and diagnoses as clients send them and see them.
 */
@NullMarked
package cn.yigongti.patient.web;

import org.jspecify.annotations.NullMarked;
