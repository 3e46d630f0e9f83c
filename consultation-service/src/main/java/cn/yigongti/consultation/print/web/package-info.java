/**
 * Printed reports over HTTP.
 */
@NullMarked
package cn.yigongti.consultation.print.web;

import org.jspecify.annotations.NullMarked;
