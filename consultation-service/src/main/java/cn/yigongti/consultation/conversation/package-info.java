/**
 * Questions of the centre and answers of the applicant, kept in order.
 */
@NullMarked
package cn.yigongti.consultation.conversation;

import org.jspecify.annotations.NullMarked;
