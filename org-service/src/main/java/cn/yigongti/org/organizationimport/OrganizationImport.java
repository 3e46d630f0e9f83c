package cn.yigongti.org.organizationimport;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import cn.yigongti.org.organizationimport.sheet.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * A table of organizations that somebody handed in, and how far it has come.
 *
 * @param header the names of its columns as given
 * @param startedAt when it was first taken in hand
 * @param forgottenAt when file and rows were deleted
 */
public record OrganizationImport(UUID id, long version, String submittedBy, ImportOptions options, String fileName,
		long fileSize, Dialect dialect, List<String> header, ImportState state, Tally tally, @Nullable Failure failure,
		Instant createdAt, @Nullable Instant startedAt, @Nullable Instant finishedAt, @Nullable Instant forgottenAt) {

	public OrganizationImport {
		header = List.copyOf(header);
	}

	/** Whether it can be said of every row what became of it. */
	public boolean hasReport() {
		return this.state.isOver() && this.forgottenAt == null && (this.failure == null || this.failure.isForRows());
	}

}
