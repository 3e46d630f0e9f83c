package cn.yigongti.consultation.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.patient.PatientSeal;
import cn.yigongti.platform.mapping.RowMappers;
import cn.yigongti.search.index.SearchDocument;
import cn.yigongti.search.index.SearchDocuments;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads consultations, with the report that holds, for the index. */
@Component
class ConsultationDocuments implements SearchDocuments {

	private final JdbcClient jdbc;

	private final PatientSeal seal;

	private final RowMapper<Consultation> rows;

	ConsultationDocuments(JdbcClient jdbc, PatientSeal seal, RowMappers mappers) {
		this.jdbc = jdbc;
		this.seal = seal;
		this.rows = mappers.of(Consultation.class);
	}

	@Override
	public List<SearchDocument> load(Collection<UUID> ids) {
		UUID[] wanted = ids.toArray(UUID[]::new);
		Map<UUID, String> reports = reports(wanted);
		return this.jdbc.sql("select * from consultation where id = any (:ids)")
			.param("ids", wanted)
			.query(this.rows)
			.list()
			.stream()
			.map((one) -> new SearchDocument(one.id(), one.version(),
					ConsultationDocument.of(one, this.seal.namePartHashes(one.submission().patient()),
							reports.get(one.id()))))
			.toList();
	}

	private Map<UUID, String> reports(UUID[] ids) {
		Map<UUID, String> reports = new HashMap<>();
		this.jdbc
			.sql("""
					select distinct on (consultation_id) consultation_id, concat_ws(E'\\n', findings, opinion, advice) as text
					from consultation_report where consultation_id = any (:ids) order by consultation_id, version desc""")
			.param("ids", ids)
			.query((row) -> {
				reports.put(row.getObject("consultation_id", UUID.class), row.getString("text"));
			});
		return reports;
	}

	@Override
	public List<UUID> idsAfter(@Nullable UUID after, int limit) {
		return this.jdbc.sql("""
				select id from consultation where cast(:after as uuid) is null or id > cast(:after as uuid)
				order by id limit :limit""").param("after", after).param("limit", limit).query(UUID.class).list();
	}

}
