package cn.yigongti.referral.patient;

import java.text.Normalizer;

import cn.yigongti.platform.crypto.FieldCipher;
import cn.yigongti.platform.crypto.KeyedHash;
import cn.yigongti.platform.resident.ResidentId;

import org.springframework.stereotype.Component;

/**
 * Seals and opens patients. The hash of a name is taken of its letters alone, in one
 * width, so that {@code 张 三} finds {@code 张三}; hashes of names and numbers are told apart
 * by a prefix.
 */
@Component
public class PatientSeal {

	private final FieldCipher cipher;

	private final KeyedHash hash;

	PatientSeal(FieldCipher cipher, KeyedHash hash) {
		this.cipher = cipher;
		this.hash = hash;
	}

	public SealedPatient seal(Patient patient) {
		return new SealedPatient(this.cipher.encrypt(patient.name()), nameHash(patient.name()),
				this.cipher.encrypt(patient.idNumber()), idNumberHash(patient.idNumber()), patient.gender(),
				patient.birthDate(), this.cipher.encryptOrNull(patient.phone()));
	}

	public Patient open(SealedPatient sealed) {
		return new Patient(this.cipher.decrypt(sealed.name()), this.cipher.decrypt(sealed.idNumber()), sealed.gender(),
				sealed.birthDate(), this.cipher.decryptOrNull(sealed.phone()));
	}

	public String idNumber(SealedPatient sealed) {
		return this.cipher.decrypt(sealed.idNumber());
	}

	public String nameHash(String name) {
		return this.hash.of("name:" + Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\s·•]", ""));
	}

	public String idNumberHash(String idNumber) {
		return this.hash.of("id-number:" + ResidentId.normalized(idNumber));
	}

}
