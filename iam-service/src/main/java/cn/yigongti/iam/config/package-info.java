/** How an installation sets this service up. */
@NullMarked
package cn.yigongti.iam.config;

import org.jspecify.annotations.NullMarked;
