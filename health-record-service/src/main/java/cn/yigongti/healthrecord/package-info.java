/**
 * Health record visibility (健康档案管理) will live here. So far the service has its database,
 * its security and an empty catalogue.
 */
@NullMarked
package cn.yigongti.healthrecord;

import org.jspecify.annotations.NullMarked;
