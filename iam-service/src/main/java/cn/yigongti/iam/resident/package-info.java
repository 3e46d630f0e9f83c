/**
 * Tokens of residents, which the backends of mobile apps ask for after they have made
 * sure who somebody is.
 */
@NullMarked
package cn.yigongti.iam.resident;

import org.jspecify.annotations.NullMarked;
