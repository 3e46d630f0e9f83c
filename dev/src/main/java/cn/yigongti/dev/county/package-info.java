/**
 * What the demo county looks like: its organizations, their people and their history,
 * worked out from the real divisions without asking anybody. Everything here is the same
 * each time for the same day, so that a load that was broken off can be taken up again.
 */
@NullMarked
package cn.yigongti.dev.county;

import org.jspecify.annotations.NullMarked;
