/** What a front end asks first: who am I here, and what may I see. */
@NullMarked
package cn.yigongti.iam.me;

import org.jspecify.annotations.NullMarked;
