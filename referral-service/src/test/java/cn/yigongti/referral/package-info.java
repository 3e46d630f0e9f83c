/**
 * Proves the service as a whole, on real servers, with the contract examples of its peers
 * served by stubs.
 */
@NullMarked
package cn.yigongti.referral;

import org.jspecify.annotations.NullMarked;
