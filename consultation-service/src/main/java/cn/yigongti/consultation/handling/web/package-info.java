/**
 * What the centre does, and how either side ends it, over HTTP.
 */
@NullMarked
package cn.yigongti.consultation.handling.web;

import org.jspecify.annotations.NullMarked;
