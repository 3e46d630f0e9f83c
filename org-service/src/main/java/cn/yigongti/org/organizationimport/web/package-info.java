/**
 * Organization imports over HTTP.
 */
@NullMarked
package cn.yigongti.org.organizationimport.web;

import org.jspecify.annotations.NullMarked;
