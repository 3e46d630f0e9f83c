/**
 * What keeps the audit trail from being altered unnoticed: entries are sealed into a
 * chain after they are committed, the chain can be verified, and the oldest entries go
 * when their time is over without breaking it. See docs/adr/0020.
 */
@NullMarked
package cn.yigongti.platform.audit.chain;

import org.jspecify.annotations.NullMarked;
