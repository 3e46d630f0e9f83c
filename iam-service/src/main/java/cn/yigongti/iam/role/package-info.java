/** What can be permitted, which menus that opens, and the roles that bundle both. */
@NullMarked
package cn.yigongti.iam.role;

import org.jspecify.annotations.NullMarked;
