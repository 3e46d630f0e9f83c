package cn.yigongti.dev.demo;

import java.util.ArrayList;
import java.util.List;

import cn.yigongti.dev.county.DemoCounty;
import cn.yigongti.dev.county.PlannedConsortium;
import cn.yigongti.dev.county.PlannedOrganization;
import cn.yigongti.dev.county.PlannedOrganization.Tier;
import cn.yigongti.dev.county.Staff;
import cn.yigongti.dev.county.StaffMember;
import cn.yigongti.dev.county.StaffType;
import org.jspecify.annotations.Nullable;

/**
 * The organizations, people and machines of the demo that are named, so that others can
 * find them.
 */
final class Cast {

	private final DemoCounty county;

	private final Staff staff;

	Cast(DemoCounty county, Staff staff) {
		this.county = county;
		this.staff = staff;
	}

	PlannedOrganization peoplesHospital() {
		return this.county.main().lead();
	}

	PlannedOrganization tcmHospital() {
		return this.county.main().hospital("A210");
	}

	/** The n-th (1 or 2) of the towns that are neither streets nor special. */
	PlannedOrganization township(int n) {
		return this.county.main()
			.ofTier(Tier.TOWNSHIP)
			.stream()
			.filter((one) -> one.type().equals("C210"))
			.skip(n - 1L)
			.findFirst()
			.orElseThrow();
	}

	PlannedOrganization village(int n) {
		return this.county.main().villageClinicBelow(township(n));
	}

	PlannedOrganization otherHospital() {
		return this.county.other().lead();
	}

	List<Person> people() {
		PlannedConsortium main = this.county.main();
		List<Person> people = new ArrayList<>();
		people.add(person("platformAdmin", peoplesHospital(), StaffType.ADMIN, 0, Grant.everywhere("PLATFORM_ADMIN")));
		people
			.add(person("consortiumAdmin", peoplesHospital(), StaffType.ADMIN, 1, Grant.of("CONSORTIUM_ADMIN", main)));
		people.add(person("regulator", peoplesHospital(), StaffType.ADMIN, 2,
				Grant.region("REGULATOR", main.countyCode())));
		people.add(person("townshipDoctor", township(1), StaffType.DOCTOR, 0, Grant.of("DOCTOR", township(1))));
		people.add(person("villageDoctor", village(1), StaffType.VILLAGE_DOCTOR, 0, Grant.of("DOCTOR", village(1))));
		people
			.add(person("countyDoctor", peoplesHospital(), StaffType.DOCTOR, 0, Grant.of("DOCTOR", peoplesHospital())));
		people.add(person("tcmDoctor", tcmHospital(), StaffType.DOCTOR, 0, Grant.of("DOCTOR", tcmHospital())));
		people.add(person("otherConsortiumAdmin", otherHospital(), StaffType.ADMIN, 0,
				Grant.of("CONSORTIUM_ADMIN", this.county.other())));
		people.add(person("noRole", peoplesHospital(), StaffType.NURSE, 0, null));
		return people;
	}

	List<Machine> machines() {
		return List.of(integrator("peoplesHospitalHis", peoplesHospital()), integrator("tcmHospitalHis", tcmHospital()),
				integrator("townshipHis", township(1)),
				new Machine("mobileApp", peoplesHospital(), Grant.of(OwnRole.MOBILE_APP.name(), this.county.main())));
	}

	private Person person(String name, PlannedOrganization organization, StaffType type, int n, @Nullable Grant grant) {
		return new Person(name, this.staff.member(organization, type, n), organization, grant);
	}

	private static Machine integrator(String name, PlannedOrganization organization) {
		return new Machine(name, organization, Grant.of("INTEGRATOR", organization));
	}

	/**
	 * Somebody who can sign in.
	 *
	 * @param grant none for somebody who must not get in
	 */
	record Person(String name, StaffMember member, PlannedOrganization organization, @Nullable Grant grant) {

		String item() {
			return "person/" + this.name;
		}

	}

	/** The system of an organization. */
	record Machine(String name, PlannedOrganization organization, Grant grant) {

		String item() {
			return "client/" + this.name;
		}

	}

}
