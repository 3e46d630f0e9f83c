/**
 * What we need to know of organizations, consortia and doctors, which the org-service and
 * the iam-service own. Asked for when something is written, kept for seconds, never
 * stored but as a snapshot in our own rows.
 */
@NullMarked
package cn.yigongti.consultation.directory;

import org.jspecify.annotations.NullMarked;
