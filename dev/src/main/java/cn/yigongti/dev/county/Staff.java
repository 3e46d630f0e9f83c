package cn.yigongti.dev.county;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import cn.yigongti.dev.county.MadeUpPeople.PersonName;
import cn.yigongti.dev.county.PlannedOrganization.Tier;

/**
 * The 1,500 people who work in the organizations of the demo.
 */
public final class Staff {

	private static final Instant FIRST_ENTRY = Instant.parse("2021-01-04T01:00:00Z");

	private static final int DAYS_OF_ENTRIES = 1600;

	/**
	 * Who the n-th person of a hospital or a centre is, over and over: six doctors among
	 * twenty.
	 */
	private static final String PATTERN = "DNADNTNDNPDNNDNTDNNO";

	private static final Department[] WARDS = { Department.INTERNAL_MEDICINE, Department.SURGERY,
			Department.PAEDIATRICS, Department.OBSTETRICS, Department.EMERGENCY };

	private final List<StaffMember> members = new ArrayList<>();

	/** The same people each time. */
	private final Random random = new Random(500229);

	private Staff() {
	}

	public static Staff of(DemoCounty county) {
		Staff staff = new Staff();
		staff.employ(county.main(), 470, 14);
		staff.employ(county.other(), 59, 10);
		return staff;
	}

	public List<StaffMember> members() {
		return List.copyOf(this.members);
	}

	/**
	 * The n-th (from 0) person of that type in the organization.
	 */
	public StaffMember member(PlannedOrganization organization, StaffType type, int n) {
		return this.members.stream()
			.filter((one) -> one.organizationKey().equals(organization.key()) && one.type() == type)
			.skip(n)
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No " + type + " " + n + " in " + organization.name()));
	}

	/**
	 * Somebody of the organization who may write a referral.
	 */
	StaffMember referrer(PlannedOrganization organization) {
		return member(organization, organization.isVillageClinic() ? StaffType.VILLAGE_DOCTOR : StaffType.DOCTOR, 0);
	}

	private void employ(PlannedConsortium consortium, int inLeadHospital, int inCentre) {
		int clinic = 0;
		for (PlannedOrganization organization : consortium.members()) {
			int people = switch (organization.tier()) {
				case COUNTY -> sizeOfHospital(organization, inLeadHospital);
				case TOWNSHIP -> inCentre;
				// 276 people in 204 clinics: some have two.
				case VILLAGE -> 276 * (clinic + 1) / 204 - 276 * clinic++ / 204;
			};
			for (int i = 0; i < people; i++) {
				this.members.add(member(organization, i));
			}
		}
	}

	private static int sizeOfHospital(PlannedOrganization hospital, int inLeadHospital) {
		return switch (hospital.type()) {
			case "A210" -> 210;
			case "G100" -> 110;
			default -> inLeadHospital;
		};
	}

	private StaffMember member(PlannedOrganization organization, int i) {
		int number = this.members.size() + 1;
		StaffType type = typeOf(organization, i);
		boolean male = type != StaffType.NURSE && this.random.nextBoolean();
		PersonName name = MadeUpPeople.name(this.random, male);
		Instant updatedAt = FIRST_ENTRY.plus(this.random.nextInt(DAYS_OF_ENTRIES), ChronoUnit.DAYS);
		return new StaffMember("HIS%06d".formatted(number), name.pinyin() + "%04d".formatted(number), name.characters(),
				male, "138%08d".formatted(number), organization.key(), organization.institutionCode(),
				departmentOf(organization, type, i), type, type.title(i / PATTERN.length()), updatedAt);
	}

	private static StaffType typeOf(PlannedOrganization organization, int i) {
		if (organization.isVillageClinic()) {
			return StaffType.VILLAGE_DOCTOR;
		}
		return switch (PATTERN.charAt(i % PATTERN.length())) {
			case 'D' -> StaffType.DOCTOR;
			case 'N' -> StaffType.NURSE;
			case 'T' -> StaffType.TECHNICIAN;
			case 'P' -> StaffType.PHARMACIST;
			case 'A' -> StaffType.ADMIN;
			default -> StaffType.OTHER;
		};
	}

	private static Department departmentOf(PlannedOrganization organization, StaffType type, int i) {
		return switch (type) {
			case VILLAGE_DOCTOR -> Department.GENERAL_PRACTICE;
			case TECHNICIAN -> (i % 2 == 0) ? Department.IMAGING : Department.LABORATORY;
			case PHARMACIST -> Department.PHARMACY;
			case ADMIN -> Department.ADMINISTRATION;
			case OTHER -> Department.LOGISTICS;
			case DOCTOR, NURSE -> {
				if (organization.tier() != Tier.COUNTY) {
					yield Department.GENERAL_PRACTICE;
				}
				yield organization.type().equals("A210") ? Department.CHINESE_MEDICINE : WARDS[i % WARDS.length];
			}
		};
	}

}
