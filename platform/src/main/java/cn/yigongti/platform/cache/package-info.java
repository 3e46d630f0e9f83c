/**
 * Values that were read from the database, kept in Redis for all replicas of a service.
 * What is cached is correct by generations (see ADR 16) and gone after a minute; without
 * Redis every read goes to the database. Holds nothing of patients.
 */
@NullMarked
package cn.yigongti.platform.cache;

import org.jspecify.annotations.NullMarked;
