/**
 * Consortia and their members over HTTP.
 */
@NullMarked
package cn.yigongti.org.consortium.web;

import org.jspecify.annotations.NullMarked;
