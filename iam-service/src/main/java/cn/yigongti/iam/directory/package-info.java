/**
 * What we need to know of organizations: asked of org-service, and the last answer kept
 * for when it can't be asked.
 */
@NullMarked
package cn.yigongti.iam.directory;

import org.jspecify.annotations.NullMarked;
