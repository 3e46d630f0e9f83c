/**
 * Lets every service hear within seconds that what tokens say has changed. The tables
 * themselves note each change, by triggers; here the notes are published and put into
 * tokens. See ADR 22.
 */
@NullMarked
package cn.yigongti.iam.accesschange;

import org.jspecify.annotations.NullMarked;
