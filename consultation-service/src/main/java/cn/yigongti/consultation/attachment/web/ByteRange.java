package cn.yigongti.consultation.attachment.web;

import java.util.List;

import cn.yigongti.consultation.attachment.RangeNotSatisfiable;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpRange;

/**
 * Which bytes to send (RFC 9110, section 14).
 *
 * @param partial whether that is an answer to {@code Range}, even if it is everything
 */
record ByteRange(long offset, long length, boolean partial) {

	/**
	 * What was asked for. A range that makes no sense, more than one, or one of another
	 * content than this ({@code If-Range}) means everything.
	 * @throws RangeNotSatisfiable when it begins behind the end
	 */
	static ByteRange of(@Nullable String range, @Nullable String ifRange, String etag, long size) {
		List<HttpRange> ranges = (ifRange == null || ifRange.strip().equals(etag)) ? parsed(range) : List.of();
		if (ranges.size() != 1) {
			return new ByteRange(0, size, false);
		}
		long first = ranges.getFirst().getRangeStart(size);
		if (first >= size) {
			throw new RangeNotSatisfiable(size);
		}
		return new ByteRange(first, ranges.getFirst().getRangeEnd(size) - first + 1, true);
	}

	private static List<HttpRange> parsed(@Nullable String range) {
		try {
			return HttpRange.parseRanges(range);
		}
		catch (IllegalArgumentException ex) {
			return List.of();
		}
	}

	String contentRange(long size) {
		return "bytes %d-%d/%d".formatted(this.offset, this.offset + this.length - 1, size);
	}

}
