/** Deliveries to third-party systems over HTTP. */
@NullMarked
package cn.yigongti.consultation.delivery.web;

import org.jspecify.annotations.NullMarked;
