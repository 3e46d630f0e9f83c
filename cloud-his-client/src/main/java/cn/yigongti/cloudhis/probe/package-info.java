/**
 * Looks whether a Cloud HIS can be asked at an address, and if not, at which step it
 * fails, for the people who set up the connection. Once, without the retries and breakers
 * of the daily work.
 */
@NullMarked
package cn.yigongti.cloudhis.probe;

import org.jspecify.annotations.NullMarked;
