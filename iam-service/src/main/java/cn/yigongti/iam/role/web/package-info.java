/** Roles and the catalogues of permissions and menus over HTTP. */
@NullMarked
package cn.yigongti.iam.role.web;

import org.jspecify.annotations.NullMarked;
