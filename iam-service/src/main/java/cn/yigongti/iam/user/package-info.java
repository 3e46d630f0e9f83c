/**
 * The staff of the organizations, as their Cloud HIS knows them; nobody is typed in by
 * hand.
 */
@NullMarked
package cn.yigongti.iam.user;

import org.jspecify.annotations.NullMarked;
