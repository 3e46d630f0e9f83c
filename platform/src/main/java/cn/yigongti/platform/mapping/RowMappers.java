package cn.yigongti.platform.mapping;

import org.springframework.data.jdbc.core.convert.EntityRowMapper;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.jdbc.core.RowMapper;

/**
 * Rows of our own SQL read as the aggregates they are, by the mapping the repositories
 * use.
 */
public class RowMappers {

	private final RelationalMappingContext mapping;

	private final JdbcConverter converter;

	public RowMappers(RelationalMappingContext mapping, JdbcConverter converter) {
		this.mapping = mapping;
		this.converter = converter;
	}

	@SuppressWarnings("unchecked") // the mapping of a type is a mapping of that type
	public <T> RowMapper<T> of(Class<T> type) {
		return new EntityRowMapper<>((RelationalPersistentEntity<T>) this.mapping.getRequiredPersistentEntity(type),
				this.converter);
	}

}
