/**
 * Reports over HTTP, also called back by the third-party consultation system.
 */
@NullMarked
package cn.yigongti.consultation.report.web;

import org.jspecify.annotations.NullMarked;
