/** Machine clients: the hospital systems that call us, each of one organization. */
@NullMarked
package cn.yigongti.iam.client;

import org.jspecify.annotations.NullMarked;
