/**
 * Organizations over HTTP.
 */
@NullMarked
package cn.yigongti.org.organization.web;

import org.jspecify.annotations.NullMarked;
