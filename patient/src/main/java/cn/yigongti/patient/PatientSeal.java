package cn.yigongti.patient;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.IntStream;

import cn.yigongti.platform.crypto.FieldCipher;
import cn.yigongti.platform.crypto.KeyedHash;
import cn.yigongti.platform.resident.ResidentId;
import org.jspecify.annotations.Nullable;

/**
 * Seals and opens patients. The hash of a name is taken of its letters alone, in one
 * width, so that {@code 张 三} finds {@code 张三}; so are those of its parts, two letters
 * each, so that {@code 三丰} finds {@code 张三丰}. Hashes of names, parts, numbers and phones
 * are told apart by a prefix. While a hash key is replaced a text has several hashes, any
 * of which may be stored.
 */
public class PatientSeal {

	private final FieldCipher cipher;

	private final KeyedHash hash;

	public PatientSeal(FieldCipher cipher, KeyedHash hash) {
		this.cipher = cipher;
		this.hash = hash;
	}

	public SealedPatient seal(Patient patient) {
		return new SealedPatient(this.cipher.encrypt(patient.name()), this.hash.of(nameText(patient.name())),
				namePartHashes(patient.name()), this.cipher.encrypt(patient.idNumber()),
				this.hash.of(idNumberText(patient.idNumber())), patient.gender(), patient.birthDate(),
				this.cipher.encryptOrNull(patient.phone()), phoneHash(patient.phone()));
	}

	public Patient open(SealedPatient sealed) {
		return new Patient(this.cipher.decrypt(sealed.name()), this.cipher.decrypt(sealed.idNumber()), sealed.gender(),
				sealed.birthDate(), this.cipher.decryptOrNull(sealed.phone()));
	}

	public String idNumber(SealedPatient sealed) {
		return this.cipher.decrypt(sealed.idNumber());
	}

	public List<String> nameHashes(String name) {
		return this.hash.allOf(nameText(name));
	}

	/** Of the patient's name, also where none are stored yet. */
	public List<String> namePartHashes(SealedPatient sealed) {
		return namePartHashes(this.cipher.decrypt(sealed.name()));
	}

	/** Hashes of the parts of a name, to store. */
	public List<String> namePartHashes(String name) {
		return nameParts(name).stream().map(this.hash::of).toList();
	}

	/**
	 * Hashes that must all be there where the name contains the text, one list for each
	 * version; none for a text of less than two letters.
	 */
	public List<List<String>> containedInName(String text) {
		List<List<String>> parts = nameParts(text).stream().map(this.hash::allOf).toList();
		return parts.isEmpty() ? List.of()
				: IntStream.range(0, parts.getFirst().size())
					.mapToObj((version) -> parts.stream().map((hashes) -> hashes.get(version)).toList())
					.toList();
	}

	public List<String> idNumberHashes(String idNumber) {
		return this.hash.allOf(idNumberText(idNumber));
	}

	public List<String> phoneHashes(String phone) {
		return this.hash.allOf(phoneText(phone));
	}

	/**
	 * All hashes of the patient's resident id, and what to lock while others may take the
	 * same patient for one who isn't there.
	 */
	public KnownAs knownAs(SealedPatient sealed) {
		String text = idNumberText(this.cipher.decrypt(sealed.idNumber()));
		return new KnownAs(this.hash.allOf(text), this.hash.oldestOf(text));
	}

	private @Nullable String phoneHash(@Nullable String phone) {
		return (phone != null) ? this.hash.of(phoneText(phone)) : null;
	}

	public static String nameText(String name) {
		return "name:" + nameLetters(name);
	}

	/** Each two letters that follow each other in a name. */
	public static List<String> nameParts(String name) {
		int[] letters = nameLetters(name).codePoints().toArray();
		return IntStream.range(1, letters.length)
			.mapToObj((at) -> "name-part:" + new String(letters, at - 1, 2))
			.distinct()
			.toList();
	}

	private static String nameLetters(String name) {
		return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\s·•]", "");
	}

	public static String idNumberText(String idNumber) {
		return "id-number:" + ResidentId.normalized(idNumber);
	}

	/** The digits alone: {@code 023-70000001} is written without the dash, too. */
	public static String phoneText(String phone) {
		return "phone:" + phone.replaceAll("[\\s-]", "");
	}

}
