/** What answers mean, and that what we send is what was agreed. */
@NullMarked
package cn.yigongti.consultation.delivery.thirdparty;

import org.jspecify.annotations.NullMarked;
