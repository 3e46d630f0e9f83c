/**
 * Remote consultation (远程会诊): centres, relations and consultations will live here. So far
 * the service has its database, its security and an empty catalogue.
 */
@NullMarked
package cn.yigongti.consultation;

import org.jspecify.annotations.NullMarked;
