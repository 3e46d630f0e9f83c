/** Starts and follows user synchronisations over HTTP. */
@NullMarked
package cn.yigongti.iam.usersync.web;

import org.jspecify.annotations.NullMarked;
