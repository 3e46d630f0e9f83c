package cn.yigongti.consultation.center;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Which centres to list. */
public record CenterFilter(@Nullable UUID consortiumId, @Nullable UUID organizationId, @Nullable Boolean active) {
}
