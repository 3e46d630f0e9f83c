package cn.yigongti.iam.client;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import cn.yigongti.iam.directory.OrganizationScope;
import cn.yigongti.platform.caller.DataScope;
import cn.yigongti.platform.paging.Condition;
import cn.yigongti.platform.paging.KeysetQuery;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;
import cn.yigongti.platform.problem.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The machine clients. A deleted one stays as a row, so that what it did can still be
 * told to be its doing.
 */
@Repository
public class MachineClients {

	private static final String FROM = "client c join organization o on o.id = c.organization_id";

	private final JdbcClient jdbc;

	private final Clock clock;

	MachineClients(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	public Page<MachineClient> page(@Nullable UUID organization, DataScope scope, Paging paging) {
		return KeysetQuery.select("c.*", FROM)
			.identifiedBy("c.id", "uuid")
			.sortedBy("createdAt", "c.created_at", "timestamptz")
			.where(new Condition("c.deleted_at is null"))
			.whereIfPresent("c.organization_id = :organization", "organization", organization)
			.anyOf(OrganizationScope.conditions(scope))
			.page(this.jdbc, paging, (row, number) -> client(row));
	}

	/**
	 * The client, if it is within the scope.
	 * @throws NotFound when it isn't, or doesn't exist
	 */
	public MachineClient get(UUID id, DataScope scope) {
		String sql = "select c.* from " + FROM + " where c.id = :id and c.deleted_at is null and "
				+ OrganizationScope.sql(scope);
		return OrganizationScope.bind(this.jdbc.sql(sql).param("id", id), scope)
			.query((row, number) -> client(row))
			.optional()
			.orElseThrow(() -> new NotFound("client", id));
	}

	/** The client with this client id, which may be any text that somebody sends. */
	public Optional<MachineClient> withClientId(String clientId) {
		return uuid(clientId)
			.flatMap((id) -> this.jdbc.sql("select * from client where id = :id and deleted_at is null")
				.param("id", id)
				.query((row, number) -> client(row))
				.optional());
	}

	void add(MachineClient client) {
		this.jdbc.sql("""
				insert into client (id, name, organization_id, secret_hash, created_at, updated_at)
				values (:id, :name, :organization, :secret, :now, :now)""")
			.param("id", client.id())
			.param("name", client.name())
			.param("organization", client.organizationId())
			.param("secret", client.secretHash())
			.param("now", client.createdAt().atOffset(ZoneOffset.UTC))
			.update();
	}

	void changeSecret(UUID id, String secretHash) {
		this.jdbc.sql("""
				update client set secret_hash = :secret, version = version + 1, updated_at = :now
				where id = :id""").param("id", id).param("secret", secretHash).param("now", now()).update();
	}

	void delete(UUID id) {
		this.jdbc.sql("update client set deleted_at = :now where id = :id")
			.param("id", id)
			.param("now", now())
			.update();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static Optional<UUID> uuid(String text) {
		try {
			return Optional.of(UUID.fromString(text)).filter((uuid) -> uuid.toString().equals(text));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static MachineClient client(ResultSet row) throws SQLException {
		return new MachineClient(row.getObject("id", UUID.class), row.getString("name"),
				row.getObject("organization_id", UUID.class), row.getString("secret_hash"), row.getLong("version"),
				row.getObject("created_at", OffsetDateTime.class).toInstant(),
				row.getObject("updated_at", OffsetDateTime.class).toInstant());
	}

}
