/**
 * The inbox of hospital events: each is kept for ever, counted once, and takes the place
 * in the course of its referral that the time it happened gives it, however late it
 * comes.
 */
@NullMarked
package cn.yigongti.referral.hisevent;

import org.jspecify.annotations.NullMarked;
