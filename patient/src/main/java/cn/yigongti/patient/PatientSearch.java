package cn.yigongti.patient;

import java.util.ArrayList;
import java.util.List;

import cn.yigongti.platform.paging.Condition;

/**
 * What a text may be of a patient, asked of the columns of a {@link SealedPatient} with
 * the prefix {@code patient_}.
 */
public class PatientSearch {

	private final PatientSeal seal;

	public PatientSearch(PatientSeal seal) {
		this.seal = seal;
	}

	public Condition idNumber(String text) {
		return new Condition("patient_id_number_hash = any (:idNumberHashes)", "idNumberHashes",
				array(this.seal.idNumberHashes(text)));
	}

	/** The name, two letters of it or more, or the whole phone number. */
	public Condition nameOrPhone(String text) {
		List<Condition> alternatives = new ArrayList<>();
		alternatives.add(new Condition("patient_name_hash = any (:nameHashes)", "nameHashes",
				array(this.seal.nameHashes(text))));
		alternatives.add(new Condition("patient_phone_hash = any (:phoneHashes)", "phoneHashes",
				array(this.seal.phoneHashes(text))));
		for (List<String> parts : this.seal.containedInName(text)) {
			String name = "nameParts" + alternatives.size();
			alternatives
				.add(new Condition("patient_name_parts @> cast(:%s as text[])".formatted(name), name, array(parts)));
		}
		return Condition.anyOf(alternatives);
	}

	private static String[] array(List<String> hashes) {
		return hashes.toArray(String[]::new);
	}

}
