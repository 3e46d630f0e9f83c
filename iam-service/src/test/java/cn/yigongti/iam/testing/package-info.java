/**
 * The county around the service under test: organizations, a Cloud HIS, people with
 * browsers, and a clock that can be moved.
 */
@NullMarked
package cn.yigongti.iam.testing;

import org.jspecify.annotations.NullMarked;
