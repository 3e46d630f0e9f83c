/**
 * The catalogue of what can be permitted, as the services that own it declare it.
 */
@NullMarked
package cn.yigongti.iam.permission;

import org.jspecify.annotations.NullMarked;
