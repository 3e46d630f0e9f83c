/**
 * What the sample needs of another service.
 */
@NullMarked
package cn.yigongti.platform.sample.directory;

import org.jspecify.annotations.NullMarked;
