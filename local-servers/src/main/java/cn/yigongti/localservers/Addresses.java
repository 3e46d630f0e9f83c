package cn.yigongti.localservers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Where the servers that were asked for answer; absent are those that weren't. */
public record Addresses(@Nullable Postgres postgres, @Nullable Redis redis, @Nullable Elasticsearch elasticsearch) {

	/**
	 * Writes them as JSON, with the names of these records, into a file that only its
	 * owner can read.
	 */
	void writeTo(Path file) throws IOException {
		List<String> members = new ArrayList<>();
		if (this.postgres != null) {
			members.add("""
					"postgres": {"host": "%s", "port": %d, "standbyPort": %d, "superuser": "%s", "password": "%s"}"""
				.formatted(this.postgres.host(), this.postgres.port(), this.postgres.standbyPort(),
						this.postgres.superuser(), this.postgres.password()));
		}
		if (this.redis != null) {
			members.add("""
					"redis": {"host": "%s", "port": %d, "password": "%s"}""".formatted(this.redis.host(),
					this.redis.port(), this.redis.password()));
		}
		if (this.elasticsearch != null) {
			members.add("""
					"elasticsearch": {"uri": "%s"}""".formatted(this.elasticsearch.uri()));
		}
		PrivateFile.write(file, "{\n  " + String.join(",\n  ", members) + "\n}\n");
	}

}
