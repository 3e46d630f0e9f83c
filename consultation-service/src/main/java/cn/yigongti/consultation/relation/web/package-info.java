/**
 * Relations over HTTP.
 */
@NullMarked
package cn.yigongti.consultation.relation.web;

import org.jspecify.annotations.NullMarked;
