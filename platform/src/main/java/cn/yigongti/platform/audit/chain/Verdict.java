package cn.yigongti.platform.audit.chain;

import org.jspecify.annotations.Nullable;

/**
 * What a look at the chain found.
 *
 * @param from number of the first entry that was looked at
 * @param to number of the last entry that is as it was sealed
 * @param seal of that entry, as the service logs it
 * @param flaw the first, if there is any
 */
public record Verdict(boolean intact, long from, long to, String seal, @Nullable Flaw flaw) {

}
