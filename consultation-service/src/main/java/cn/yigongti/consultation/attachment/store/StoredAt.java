package cn.yigongti.consultation.attachment.store;

import org.jspecify.annotations.Nullable;

/**
 * Where a content lies: one of the two.
 *
 * @param largeObject its oid in the database of this service
 * @param objectKey its key in the bucket of an S3-compatible store
 */
public record StoredAt(@Nullable Long largeObject, @Nullable String objectKey) {

	static StoredAt largeObject(long oid) {
		return new StoredAt(oid, null);
	}

	static StoredAt objectKey(String key) {
		return new StoredAt(null, key);
	}

}
