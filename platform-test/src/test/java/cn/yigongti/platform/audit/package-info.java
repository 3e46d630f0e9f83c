/** Makes audit trails for tests. */
@NullMarked
package cn.yigongti.platform.audit;

import org.jspecify.annotations.NullMarked;
