/**
 * What becomes of a page of rows: decided here, without the HIS and without the database.
 */
@NullMarked
package cn.yigongti.iam.usersync.page;

import org.jspecify.annotations.NullMarked;
