/**
 * A group of hospitals with 150,000 people on its staff, a Cloud HIS that is out of order
 * now and then, and a replica that is killed over it.
 */
@NullMarked
package cn.yigongti.iam.largesync;

import org.jspecify.annotations.NullMarked;
