package cn.yigongti.dev.county;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The two consortia of the demo: a whole real county, and a few organizations of its
 * neighbour which prove that one doesn't see the other.
 */
public record DemoCounty(PlannedConsortium main, PlannedConsortium other) {

	/** Both consortia are older than the history that is brought along. */
	static final LocalDate ESTABLISHED_ON = LocalDate.of(2020, 1, 1);

	static final String MAIN_COUNTY = "500229";

	static final String OTHER_COUNTY = "500238";

	public static DemoCounty plan() {
		Divisions divisions = Divisions.read();
		return new DemoCounty(wholeCounty(divisions), neighbour(divisions));
	}

	public Stream<PlannedOrganization> organizations() {
		return Stream.concat(this.main.members().stream(), this.other.members().stream());
	}

	public PlannedOrganization organization(String key) {
		return organizations().filter((one) -> one.key().equals(key))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No organization " + key));
	}

	private static PlannedConsortium wholeCounty(Divisions divisions) {
		Division county = divisions.get(MAIN_COUNTY);
		Institutions institutions = new Institutions(county, 1);
		List<PlannedOrganization> members = new ArrayList<>();
		members.add(institutions.hospital("人民医院", "A100", 600, 1951));
		members.add(institutions.hospital("中医院", "A210", 260, 1984));
		members.add(institutions.hospital("妇幼保健院", "G100", 120, 1986));
		for (Division township : divisions.townshipsOf(county)) {
			addCentreWithClinics(institutions, divisions, township, Integer.MAX_VALUE, members);
		}
		return consortium(county, members);
	}

	private static PlannedConsortium neighbour(Divisions divisions) {
		Division county = divisions.get(OTHER_COUNTY);
		Institutions institutions = new Institutions(county, 5001);
		List<PlannedOrganization> members = new ArrayList<>();
		members.add(institutions.hospital("人民医院", "A100", 500, 1952));
		for (Division township : divisions.townshipsOf(county).subList(0, 2)) {
			addCentreWithClinics(institutions, divisions, township, 2, members);
		}
		return consortium(county, members);
	}

	private static void addCentreWithClinics(Institutions institutions, Divisions divisions, Division township,
			int atMost, List<PlannedOrganization> members) {
		PlannedOrganization centre = institutions.centre(township);
		members.add(centre);
		divisions.villagesOf(township)
			.stream()
			.limit(atMost)
			.map((village) -> institutions.clinic(village, centre, township))
			.forEach(members::add);
	}

	private static PlannedConsortium consortium(Division county, List<PlannedOrganization> members) {
		return new PlannedConsortium(county.name() + "医共体", county.code(), ESTABLISHED_ON, List.copyOf(members));
	}

}
