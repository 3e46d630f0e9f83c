/**
 * What operations may need: each service declares its permissions in
 * {@code permissions.yml} and makes them known at the iam-service, which keeps the
 * catalogue that roles are made of.
 */
@NullMarked
package cn.yigongti.platform.permission;

import org.jspecify.annotations.NullMarked;
