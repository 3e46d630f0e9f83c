package cn.yigongti.org.organizationimport.web;

import java.time.Instant;
import java.util.UUID;

import cn.yigongti.org.organizationimport.ImportState;
import cn.yigongti.org.organizationimport.sheet.SheetFormat;
import cn.yigongti.org.organizationimport.sheet.TextEncoding;
import org.jspecify.annotations.Nullable;

/**
 * An import as clients see it.
 *
 * @param rows in the file, as far as it has been read
 * @param checked of them, those that have been looked at
 * @param accepted nothing is wrong with them
 * @param unchanged registered already with the same particulars
 * @param applied are in the register now
 * @param createdBy who handed the file in
 * @param failure why nothing was applied
 * @param contentDeletedAt when file, rows and report were deleted
 */
record ImportResponse(UUID id, ImportState state, boolean partial, boolean dryRun, String fileName, long fileSize,
		SheetFormat format, @Nullable TextEncoding encoding, int rows, int checked, int accepted, int rejected,
		int unchanged, int applied, String createdBy, Instant createdAt, @Nullable Instant startedAt,
		@Nullable Instant finishedAt, @Nullable Instant contentDeletedAt, @Nullable FailureBody failure) {

	/** Why nothing was applied. */
	record FailureBody(String code, String detail) {

	}

}
