package cn.yigongti.consultation.openwork;

import java.time.Instant;
import java.util.UUID;

/**
 * How many open consultations an organization has.
 *
 * @param asSource those it applied for
 * @param asTarget those it is to report
 */
public record OpenCount(UUID organizationId, long asSource, long asTarget, Instant asOf) {

}
