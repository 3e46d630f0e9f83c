package cn.yigongti.referral.directory;

import java.util.UUID;

/**
 * A consortium (医共体).
 *
 * @param referralValidityDays days after the appointment for which a referral is good
 */
public record Consortium(UUID id, int referralValidityDays) {
}
