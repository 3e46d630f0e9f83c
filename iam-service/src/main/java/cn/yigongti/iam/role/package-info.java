/** Roles: what they permit, and which menus that opens. */
@NullMarked
package cn.yigongti.iam.role;

import org.jspecify.annotations.NullMarked;
