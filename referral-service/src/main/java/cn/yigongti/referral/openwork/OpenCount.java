package cn.yigongti.referral.openwork;

import java.time.Instant;
import java.util.UUID;

/**
 * How many open referrals an organization has.
 *
 * @param asSource those it applied for
 * @param asTarget those it is to receive or is treating
 */
public record OpenCount(UUID organizationId, long asSource, long asTarget, Instant asOf) {

}
