package cn.yigongti.org.organization;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Organizations as they are changed. They are read under a lock, so that what is decided
 * about one still holds when the decision is written down; who only wants to look asks
 * the {@link Register}.
 * <p>
 * However many are read, it takes two statements. Locking and reading in one would show
 * editions from before the wait for the lock.
 */
@Component
public class Organizations {

	private final JdbcClient jdbc;

	private final NamedParameterJdbcOperations batches;

	Organizations(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	/** Reads one to change it. */
	public Optional<Organization> lock(UUID id) {
		return lockAll(List.of(id)).stream().findFirst();
	}

	/**
	 * Reads many to change them, in the order of their ids, so that two who want the same
	 * ones can't wait for each other.
	 */
	public List<Organization> lockAll(Collection<UUID> ids) {
		return find(ids, "for update");
	}

	/** Keeps one as it is while others are made to depend on it. */
	public Optional<Organization> hold(UUID id) {
		return holdAll(List.of(id)).stream().findFirst();
	}

	/** Keeps many as they are while others are made to depend on them. */
	public List<Organization> holdAll(Collection<UUID> ids) {
		return find(ids, "for share");
	}

	/**
	 * Those that have it for a parent on a date or later. They need no lock while it has
	 * one: whoever places another below it waits.
	 */
	List<Organization> childrenOf(UUID parentId, LocalDate from) {
		return read(this.jdbc.sql("""
				select distinct organization_id from organization_edition
				where parent_id = :parent and (until_on is null or until_on > :from)""")
			.param("parent", parentId)
			.param("from", from)
			.query(UUID.class)
			.list());
	}

	public void save(Organization organization) {
		saveAll(List.of(organization));
	}

	/** Stores new organizations and changed ones, many with one statement. */
	public void saveAll(Collection<Organization> organizations) {
		List<SqlParameterSource> registered = parameters(organizations, Organization::isFresh);
		List<SqlParameterSource> changed = parameters(organizations, Predicate.not(Organization::isFresh));
		write(OrganizationRows.INSERT, registered);
		write(OrganizationRows.UPDATE, changed);
		write(OrganizationRows.FORGET_EDITIONS, changed);
		write(OrganizationRows.INSERT_EDITION, organizations.stream().flatMap(OrganizationRows::editions).toList());
	}

	private static List<SqlParameterSource> parameters(Collection<Organization> organizations,
			Predicate<Organization> chosen) {
		return organizations.stream().filter(chosen).map(OrganizationRows::parameters).toList();
	}

	private void write(String sql, List<SqlParameterSource> rows) {
		if (!rows.isEmpty()) {
			this.batches.batchUpdate(sql, rows.toArray(SqlParameterSource[]::new));
		}
	}

	private List<Organization> find(Collection<UUID> ids, String lock) {
		if (ids.isEmpty()) {
			return List.of();
		}
		return read(this.jdbc.sql("select id from organization where id in (:ids) order by id " + lock)
			.param("ids", ids)
			.query(UUID.class)
			.list());
	}

	private List<Organization> read(Collection<UUID> ids) {
		if (ids.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql(OrganizationRows.SELECT)
			.param("ids", ids)
			.query(OrganizationRows::line)
			.list()
			.stream()
			.collect(Collectors.groupingBy(OrganizationRows.Line::id, LinkedHashMap::new, Collectors.toList()))
			.values()
			.stream()
			.map(OrganizationRows::organization)
			.toList();
	}

}
