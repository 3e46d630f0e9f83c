/**
 * What services declare, and what becomes of services that declare too little.
 */
@NullMarked
package cn.yigongti.platform.permission;

import org.jspecify.annotations.NullMarked;
