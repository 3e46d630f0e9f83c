package cn.yigongti.referral.patient;

import cn.yigongti.patient.PatientSeal;
import cn.yigongti.platform.resealing.SealedTable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where patients are at rest. */
@Configuration(proxyBeanMethods = false)
class SealedColumns {

	@Bean
	SealedTable sealedReferrals() {
		return SealedTable.of("referral", "id", "uuid")
			.encrypted("patient_name", "patient_name_hash", PatientSeal::nameText,
					new SealedTable.Parts("patient_name_parts", PatientSeal::nameParts))
			.encrypted("patient_id_number", "patient_id_number_hash", PatientSeal::idNumberText)
			.encrypted("patient_phone", "patient_phone_hash", PatientSeal::phoneText);
	}

}
