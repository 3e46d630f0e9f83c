package cn.yigongti.org.region;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.CRC32;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Fills the table of divisions from {@code divisions/divisions.csv} while the database is
 * migrated: under the migration's lock, so once for all replicas, and again only when the
 * file has changed. Rows are added and renamed, never removed, because organizations may
 * refer to them; what an administrator has written stays.
 */
@Component
class LoadDivisions implements JavaMigration {

	private static final ClassPathResource FILE = new ClassPathResource("divisions/divisions.csv");

	@Override
	public @Nullable MigrationVersion getVersion() {
		return null;
	}

	@Override
	public String getDescription() {
		return "load divisions";
	}

	@Override
	public Integer getChecksum() {
		CRC32 checksum = new CRC32();
		checksum.update(content().getBytes(StandardCharsets.UTF_8));
		return (int) checksum.getValue();
	}

	@Override
	public boolean canExecuteInTransaction() {
		return true;
	}

	@Override
	public void migrate(Context context) throws SQLException {
		try (PreparedStatement insert = context.getConnection().prepareStatement("""
				insert into region (code, name, level, parent_code) values (?, ?, ?, nullif(?, ''))
				on conflict (code) do update set name = excluded.name, version = region.version + 1
				where region.name <> excluded.name and not region.maintained""")) {
			for (String line : content().lines().skip(1).toList()) {
				List<String> fields = List.of(line.split(",", -1));
				for (int i = 0; i < fields.size(); i++) {
					insert.setString(i + 1, fields.get(i));
				}
				insert.addBatch();
			}
			insert.executeBatch();
		}
	}

	private static String content() {
		try {
			return FILE.getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
