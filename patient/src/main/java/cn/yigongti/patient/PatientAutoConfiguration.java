package cn.yigongti.patient;

import cn.yigongti.platform.PlatformAutoConfiguration;
import cn.yigongti.platform.crypto.FieldCipher;
import cn.yigongti.platform.crypto.KeyedHash;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Offers the {@link PatientSeal} and the {@link PatientSearch}. */
@AutoConfiguration(after = PlatformAutoConfiguration.class)
public class PatientAutoConfiguration {

	@Bean
	PatientSeal patientSeal(FieldCipher cipher, KeyedHash hash) {
		return new PatientSeal(cipher, hash);
	}

	@Bean
	PatientSearch patientSearch(PatientSeal seal) {
		return new PatientSearch(seal);
	}

}
