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
import cn.yigongti.platform.identifier.UuidV7;
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

	public Page<MachineClient> page(ClientFilter filter, DataScope scope, Paging paging) {
		return KeysetQuery.select("c.*", FROM)
			.identifiedBy("c.id", "uuid")
			.sortedBy("createdAt", "c.created_at", "timestamptz")
			.where(new Condition("c.deleted_at is null"))
			.whereIfPresent("c.organization_id = :organization", "organization", filter.organizationId())
			.whereIfPresent("c.enabled = :enabled", "enabled", filter.enabled())
			.whereIfPresent("position(lower(:query) in lower(c.name)) > 0", "query", filter.query())
			.anyOf(OrganizationScope.conditions(scope))
			.page(this.jdbc, paging, (row, number) -> client(row));
	}

	/**
	 * The client, if it is within the scope.
	 * @throws NotFound when it isn't, or doesn't exist
	 */
	public MachineClient get(UUID id, DataScope scope) {
		return find(id, scope, "");
	}

	/**
	 * The same, kept from being changed by others until the transaction ends.
	 */
	MachineClient lock(UUID id, DataScope scope) {
		return find(id, scope, " for update of c");
	}

	private MachineClient find(UUID id, DataScope scope, String lock) {
		String sql = "select c.* from " + FROM + " where c.id = :id and c.deleted_at is null and "
				+ OrganizationScope.sql(scope) + lock;
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
				insert into client (id, name, organization_id, requests_per_minute, generation, created_at, updated_at)
				values (:id, :name, :organization, :quota, :generation, :now, :now)""")
			.param("id", client.id())
			.param("name", client.name())
			.param("organization", client.organizationId())
			.param("quota", client.requestsPerMinute())
			.param("generation", UuidV7.next().toString())
			.param("now", client.createdAt().atOffset(ZoneOffset.UTC))
			.update();
	}

	void change(UUID id, ClientSettings settings) {
		this.jdbc.sql("""
				update client set name = :name, enabled = :enabled, requests_per_minute = :quota, version = version + 1,
					updated_at = :now
				where id = :id""")
			.param("id", id)
			.param("name", settings.name())
			.param("enabled", settings.enabled())
			.param("quota", settings.requestsPerMinute())
			.param("now", now())
			.update();
	}

	void changeKeys(UUID id, @Nullable PublicKeys keys) {
		this.jdbc.sql("""
				update client set public_keys = :keys, version = version + 1, updated_at = :now
				where id = :id""")
			.param("id", id)
			.param("keys", (keys != null) ? keys.toJson() : null)
			.param("now", now())
			.update();
	}

	/** What belongs to it but is kept elsewhere has changed. */
	void touch(UUID id) {
		this.jdbc.sql("update client set version = version + 1, updated_at = :now where id = :id")
			.param("id", id)
			.param("now", now())
			.update();
	}

	/** The tokens it has are to end. */
	void beginGeneration(UUID id) {
		this.jdbc.sql("update client set generation = :generation where id = :id")
			.param("id", id)
			.param("generation", UuidV7.next().toString())
			.update();
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
		String keys = row.getString("public_keys");
		return new MachineClient(row.getObject("id", UUID.class), row.getString("name"),
				row.getObject("organization_id", UUID.class), row.getBoolean("enabled"),
				row.getObject("requests_per_minute", Integer.class), (keys != null) ? PublicKeys.stored(keys) : null,
				row.getLong("version"), row.getObject("created_at", OffsetDateTime.class).toInstant(),
				row.getObject("updated_at", OffsetDateTime.class).toInstant());
	}

}
