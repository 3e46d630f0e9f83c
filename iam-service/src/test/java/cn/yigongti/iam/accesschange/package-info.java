@NullMarked
package cn.yigongti.iam.accesschange;

import org.jspecify.annotations.NullMarked;
