package cn.yigongti.iam.presence;

import java.time.Instant;
import java.util.UUID;

/** What a HIS said of one of its users, and when. */
record HisAnswer(boolean active, UUID organizationId, Instant asOf) {

}
