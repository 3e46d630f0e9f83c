package cn.yigongti.consultation.attachment.store;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Deletes objects that no row tells of, left behind by a process that died between the
 * two. Replicas that do it at the same time don't mind each other.
 */
class SweepOrphans {

	private static final Logger log = LoggerFactory.getLogger(SweepOrphans.class);

	private final S3Client client;

	private final S3Properties properties;

	private final JdbcClient jdbc;

	private final Clock clock;

	SweepOrphans(S3Client client, S3Properties properties, JdbcClient jdbc, Clock clock) {
		this.client = client;
		this.properties = properties;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Scheduled(initialDelayString = "PT1H", fixedDelayString = "P1D")
	void sweep() {
		Instant before = this.clock.instant().minus(this.properties.orphanAge());
		int swept = 0;
		for (ListObjectsV2Response page : this.client
			.listObjectsV2Paginator((list) -> list.bucket(this.properties.bucket()).prefix(this.properties.prefix()))) {
			List<String> old = page.contents()
				.stream()
				.filter((object) -> object.lastModified().isBefore(before))
				.map(S3Object::key)
				.toList();
			swept += deleteUnknown(old);
		}
		if (swept > 0) {
			log.info("deleted {} objects without a row", swept);
		}
	}

	private int deleteUnknown(List<String> keys) {
		if (keys.isEmpty()) {
			return 0;
		}
		Set<String> unknown = new HashSet<>(keys);
		this.jdbc.sql("select object_key from consultation_attachment where object_key in (:keys)")
			.param("keys", keys)
			.query(String.class)
			.list()
			.forEach(unknown::remove);
		unknown
			.forEach((key) -> this.client.deleteObject((delete) -> delete.bucket(this.properties.bucket()).key(key)));
		return unknown.size();
	}

}
