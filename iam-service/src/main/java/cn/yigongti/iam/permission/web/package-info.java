/** Where services declare their permissions. */
@NullMarked
package cn.yigongti.iam.permission.web;

import org.jspecify.annotations.NullMarked;
