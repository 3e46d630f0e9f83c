/**
 * The two sides of a relation or a referral, and who may see it: everybody whose data
 * scope covers one of them.
 */
@NullMarked
package cn.yigongti.referral.party;

import org.jspecify.annotations.NullMarked;
