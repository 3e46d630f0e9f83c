package cn.yigongti.referral.referral;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** The doctor who refers, as known on the day of application. */
public record ReferringDoctor(UUID id, String name, @Nullable String department) {
}
