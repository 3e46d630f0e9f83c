/**
 * What happens to a referred patient, as pure rules: the nine statuses with their legal
 * moves, and the replay that makes the end the same in whatever order a hospital's events
 * arrive. Knows nothing of databases or the web.
 */
@NullMarked
package cn.yigongti.referral.course;

import org.jspecify.annotations.NullMarked;
