/**
 * Audit events over HTTP.
 */
@NullMarked
package cn.yigongti.iam.audit.web;

import org.jspecify.annotations.NullMarked;
