/**
 * Until when a consultation is to be reported: by type and urgency, as the operator says.
 */
@NullMarked
package cn.yigongti.consultation.due;

import org.jspecify.annotations.NullMarked;
