/**
 * Asks a hospital's Cloud HIS for its staff. A HIS is slow, busy and sometimes broken, so
 * every call is bounded in time and number, repeated when that can help, and given up
 * fast while the HIS is known to be down. The caller learns why a call failed and decides
 * what that means; nothing is made up here.
 */
@NullMarked
package cn.yigongti.cloudhis;

import org.jspecify.annotations.NullMarked;
