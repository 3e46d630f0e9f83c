/**
 * Long work that one replica does at a time: whoever holds it says so in the database
 * again and again, and whoever is silent for too long has lost it to another.
 */
@NullMarked
package cn.yigongti.platform.lease;

import org.jspecify.annotations.NullMarked;
