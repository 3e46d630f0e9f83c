package cn.yigongti.consultation.center;

import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The two places of each consortium, of which every active centre takes one. That no
 * place is taken twice is an index of the database.
 */
@Component
class Places {

	private static final String FREE = """
			select place from (values (1), (2)) places (place) where not exists (
				select from consultation_center c
				where c.consortium_id = :consortium and c.place = places.place and c.active)
			order by place limit 1""";

	private final JdbcClient jdbc;

	Places(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Lets one change the centres of a consortium at a time, until its transaction ends:
	 * the next one sees what became of it, instead of running into the index.
	 */
	void await(UUID consortiumId) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended('consultation-center ' || :consortium, 0))")
			.param("consortium", consortiumId)
			.query((row) -> {
			});
	}

	/**
	 * A free place.
	 * @throws CenterLimit when both are taken
	 */
	int free(UUID consortiumId) {
		return this.jdbc.sql(FREE)
			.param("consortium", consortiumId)
			.query(Integer.class)
			.optional()
			.orElseThrow(CenterLimit::new);
	}

}
