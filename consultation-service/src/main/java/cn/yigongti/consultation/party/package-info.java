/**
 * The two sides of a relation or a consultation, and who may see it: everybody whose data
 * scope covers one of them.
 */
@NullMarked
package cn.yigongti.consultation.party;

import org.jspecify.annotations.NullMarked;
