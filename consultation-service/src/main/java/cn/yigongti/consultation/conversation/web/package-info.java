/**
 * Questions and answers over HTTP.
 */
@NullMarked
package cn.yigongti.consultation.conversation.web;

import org.jspecify.annotations.NullMarked;
