package cn.yigongti.org.consortium;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import cn.yigongti.org.Api;
import cn.yigongti.org.Api.Answer;
import cn.yigongti.org.consortium.ConsortiumModel.Stay;

import org.springframework.jdbc.core.simple.JdbcClient;

import static cn.yigongti.org.Api.organization;

/** Hospitals of a county of their own and what the API makes of them. */
class ConsortiumWorld {

	static final int HOSPITALS = 8;

	private final Api api;

	private final String county = Api.newCounty();

	private final String elsewhere = Api.newCounty();

	final List<UUID> hospitals;

	final List<UUID> consortia = new CopyOnWriteArrayList<>();

	ConsortiumWorld(Api api) {
		this.api = api;
		this.hospitals = IntStream.range(0, HOSPITALS).mapToObj((i) -> api.hospital(this.county)).toList();
	}

	/** Tries it; the status of the answer. */
	int attempt(Deed deed, ConsortiumModel model) {
		UUID hospital = this.hospitals.get(deed.hospital());
		ConsortiumModel.Hospital now = model.hospitals.get(deed.hospital());
		String date = deed.date().toString();
		return switch (deed.kind()) {
			case ESTABLISH -> establish(hospital, date);
			case JOIN -> this.api.join(this.consortia.get(deed.consortium()), hospital, date).status();
			case LEAVE -> this.api.delete(path(deed) + "/members/" + hospital + "?leftOn=" + date).status();
			case LEAD ->
				this.api.put(path(deed) + "/lead", "*", Map.of("organizationId", hospital, "from", date)).status();
			case CLOSE ->
				this.api.post("/organizations/" + hospital + "/closure", Map.of("closedOn", date, "reason", "撤并"))
					.status();
			case REOPEN -> revise(hospital, now.home, now.county);
			case MOVE -> revise(hospital, !now.home, now.county);
			case CHANGE_TIER -> revise(hospital, now.home, !now.county);
		};
	}

	private int establish(UUID lead, String date) {
		Answer answer = this.api.post("/consortia",
				Map.of("name", "医共体", "regionCode", this.county, "leadOrganizationId", lead, "establishedOn", date));
		if (answer.status() == 201) {
			this.consortia.add(answer.id());
		}
		return answer.status();
	}

	private int revise(UUID hospital, boolean home, boolean county) {
		return this.api
			.put("/organizations/" + hospital, "*",
					organization(home ? this.county : this.elsewhere, "tier", county ? "COUNTY" : "TOWNSHIP"))
			.status();
	}

	/**
	 * Positions of those that the API shows as members on a date, and which of them lead.
	 */
	Map<Integer, Boolean> membersOn(int consortium, LocalDate date) {
		Map<Integer, Boolean> members = new TreeMap<>();
		this.api.get("/consortia/" + this.consortia.get(consortium) + "/members?asOf=" + date)
			.expect(200)
			.path("items")
			.forEach((member) -> members.put(
					this.hospitals.indexOf(UUID.fromString(member.path("organizationId").asString())),
					member.path("lead").asBoolean()));
		return members;
	}

	/** What the database knows by now. */
	ConsortiumModel model(JdbcClient jdbc, LocalDate today) {
		ConsortiumModel model = new ConsortiumModel(today);
		List<UUID> known = List.copyOf(this.consortia);
		this.hospitals.forEach((_) -> model.hospitals.add(new ConsortiumModel.Hospital()));
		jdbc.sql(
				"""
						select id, closed_on, tier, region_code from organization join organization_edition on organization_id = id
						where id in (:ids) and valid @> cast(:today as date)""")
			.param("ids", this.hospitals)
			.param("today", today)
			.query((row) -> {
				ConsortiumModel.Hospital hospital = model.hospitals.get(indexIn(this.hospitals, row, "id"));
				hospital.closedOn = row.getObject("closed_on", LocalDate.class);
				hospital.county = row.getString("tier").equals("COUNTY");
				hospital.home = row.getString("region_code").equals(this.county);
			});
		jdbc.sql("select * from membership where organization_id in (:ids)")
			.param("ids", this.hospitals)
			.query((row) -> {
				model.hospitals.get(indexIn(this.hospitals, row, "organization_id")).stays
					.add(new Stay(indexIn(known, row, "consortium_id"), row.getObject("joined_on", LocalDate.class),
							row.getObject("left_on", LocalDate.class)));
			});
		known.forEach((_) -> model.consortia.add(new ConsortiumModel.Consortium(LocalDate.MIN)));
		jdbc.sql("""
				select * from leadership join consortium on id = consortium_id where id in (:ids)
				order by from_on""").param("ids", known).query((row) -> {
			int consortium = indexIn(known, row, "id");
			List<Stay> leads = model.consortia.get(consortium).leads();
			model.consortia.set(consortium,
					new ConsortiumModel.Consortium(row.getObject("established_on", LocalDate.class), leads));
			leads.add(new Stay(indexIn(this.hospitals, row, "organization_id"),
					row.getObject("from_on", LocalDate.class), row.getObject("until_on", LocalDate.class)));
		});
		return model;
	}

	private static int indexIn(List<UUID> ids, ResultSet row, String column) throws SQLException {
		return ids.indexOf(row.getObject(column, UUID.class));
	}

	private String path(Deed deed) {
		return "/consortia/" + this.consortia.get(deed.consortium());
	}

}
