/**
 * Stands in for the systems of others that the platform calls: the Cloud HIS with its
 * users, and the third-party system for remote consultations. It answers by the contract
 * and keeps nothing.
 */
@NullMarked
package cn.yigongti.dev.hissimulator;

import org.jspecify.annotations.NullMarked;
