/**
 * Takes everything stored with older versions of a key over to the current one, while the
 * service runs and without anybody noticing: versions, ETags and times of change stay.
 */
@NullMarked
package cn.yigongti.platform.resealing;

import org.jspecify.annotations.NullMarked;
