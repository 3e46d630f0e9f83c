package cn.yigongti.org.organizationimport.row;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import cn.yigongti.org.organizationimport.sheet.SheetRow;
import cn.yigongti.platform.paging.Condition;
import cn.yigongti.platform.paging.KeysetQuery;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of imports as they wait, and with what has been found. However many are
 * written or read at once, it takes one statement.
 */
@Component
public class ImportRows {

	private static final String COLUMNS = """
			r.line, r.cells, r.name, r.institution_code, r.outcome, r.organization_id, r.problems""";

	private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {
	};

	private static final TypeReference<List<RowProblem>> PROBLEMS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	ImportRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Puts rows down to be looked at. */
	public void add(UUID importId, Header header, List<SheetRow> rows) {
		List<NewRow> fresh = rows.stream()
			.map((row) -> NewRow.of(row.line(), row.cells(), RowReader.parse(header, row.cells())))
			.toList();
		this.jdbc.sql("""
				insert into organization_import_row
				  (import_id, line, cells, turn, name, institution_code, credit_code)
				select :import, line, cells, turn, name, "institutionCode", "creditCode"
				from jsonb_to_recordset(cast(:rows as jsonb)) as fresh (line integer, cells jsonb, turn smallint,
				  name text, "institutionCode" text, "creditCode" text)""")
			.param("import", importId)
			.param("rows", JsonMapper.shared().writeValueAsString(fresh))
			.update();
	}

	public void deleteAll(UUID importId) {
		this.jdbc.sql("delete from organization_import_row where import_id = :import")
			.param("import", importId)
			.update();
	}

	/**
	 * Where to go on.
	 *
	 * @param turn of the last row seen
	 */
	public record Position(int turn, int line) {

		public static final Position START = new Position(Short.MIN_VALUE, 0);

	}

	/** A row that waits. */
	public record WaitingRow(Position position, List<String> cells) {

	}

	/** The next rows to look at, none of which can be the parent of another. */
	public List<WaitingRow> next(UUID importId, Position after, int limit) {
		List<WaitingRow> following = this.jdbc.sql("""
				select turn, line, cells from organization_import_row
				where import_id = :import and (turn, line) > (:turn, :line) order by turn, line limit :limit""")
			.param("import", importId)
			.param("turn", after.turn())
			.param("line", after.line())
			.param("limit", limit)
			.query((row, number) -> new WaitingRow(new Position(row.getInt("turn"), row.getInt("line")),
					JsonMapper.shared().readValue(row.getString("cells"), TEXTS)))
			.list();
		return following.stream()
			.takeWhile((row) -> row.position().turn() == following.getFirst().position().turn())
			.toList();
	}

	/** Which of these codes the file has, and where. */
	public Map<String, Namesake> withInstitutionCodes(UUID importId, Collection<String> codes) {
		return namesakes(importId, "institution_code", codes);
	}

	public Map<String, Namesake> withCreditCodes(UUID importId, Collection<String> codes) {
		return namesakes(importId, "credit_code", codes);
	}

	private Map<String, Namesake> namesakes(UUID importId, String column, Collection<String> codes) {
		return this.jdbc.sql("""
				select distinct on (%1$s) %1$s as code, line, outcome, organization_id,
				  max(line) over (partition by %1$s) as last
				from organization_import_row where import_id = :import and %1$s = any(:codes)
				order by %1$s, line""".formatted(column))
			.param("import", importId)
			.param("codes", codes.toArray(String[]::new))
			.query((row, number) -> new Namesake(row.getString("code"), row.getInt("line"), row.getInt("last"),
					RowOutcome.valueOf(row.getString("outcome")), row.getObject("organization_id", UUID.class)))
			.list()
			.stream()
			.collect(Collectors.toMap(Namesake::code, Function.identity()));
	}

	public void judge(UUID importId, List<Verdict> verdicts) {
		this.jdbc.sql("""
				update organization_import_row r
				set outcome = v.outcome, organization_id = v."organizationId", problems = v.problems
				from jsonb_to_recordset(cast(:verdicts as jsonb))
				  as v (line integer, outcome text, "organizationId" uuid, problems jsonb)
				where r.import_id = :import and r.line = v.line""")
			.param("import", importId)
			.param("verdicts", JsonMapper.shared().writeValueAsString(verdicts))
			.update();
	}

	/** Says of those accepted that they are in the register. */
	public void apply(UUID importId) {
		this.jdbc.sql("""
				update organization_import_row set outcome = 'APPLIED'
				where import_id = :import and outcome = 'ACCEPTED'""").param("import", importId).update();
	}

	/** Says of those accepted that they are not in the register after all. */
	public void revoke(UUID importId, RowOutcome outcome) {
		this.jdbc.sql("""
				update organization_import_row set outcome = :outcome, organization_id = null
				where import_id = :import and outcome = 'ACCEPTED'""")
			.param("import", importId)
			.param("outcome", outcome.name())
			.update();
	}

	/**
	 * A page of the rows of an import.
	 * @param visible what must hold for the import {@code i}
	 */
	public Page<ImportRow> list(UUID importId, Condition visible, @Nullable RowOutcome outcome, Paging paging) {
		return KeysetQuery.select(COLUMNS, "organization_import_row r")
			.where("r.import_id = :import", "import", importId)
			.where(new Condition(
					"exists (select from organization_import i where i.id = :import and " + visible.sql() + ")",
					visible.parameters()))
			.whereIfPresent("r.outcome = :outcome", "outcome", outcome)
			.sortedBy("line", "r.line", "integer")
			.identifiedBy("r.line", "integer")
			.page(this.jdbc, paging, ImportRows::read);
	}

	/** The rows below a line, in the order of the file. */
	public List<ImportRow> below(UUID importId, int line, int limit) {
		return this.jdbc
			.sql("select " + COLUMNS + " from organization_import_row r"
					+ " where r.import_id = :import and r.line > :line order by r.line limit :limit")
			.param("import", importId)
			.param("line", line)
			.param("limit", limit)
			.query(ImportRows::read)
			.list();
	}

	private static ImportRow read(ResultSet row, int number) throws SQLException {
		JsonMapper json = JsonMapper.shared();
		return new ImportRow(row.getInt("line"), json.readValue(row.getString("cells"), TEXTS), row.getString("name"),
				row.getString("institution_code"), RowOutcome.valueOf(row.getString("outcome")),
				row.getObject("organization_id", UUID.class), json.readValue(row.getString("problems"), PROBLEMS));
	}

}
