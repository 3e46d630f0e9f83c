/**
 * Carries runs out: on one replica at a time for each HIS, a page with all it leads to in
 * one transaction, and from where it was left when a replica has died over it.
 */
@NullMarked
package cn.yigongti.iam.usersync.run;

import org.jspecify.annotations.NullMarked;
