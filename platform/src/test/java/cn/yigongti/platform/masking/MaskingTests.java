package cn.yigongti.platform.masking;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MaskingTests {

	@ParameterizedTest
	@CsvSource({ "张三,张*", "张三丰,张**", "张,张*", "𠮷田,𠮷*", "'',''" })
	void keepsTheFirstCharacterOfAName(String name, String masked) {
		assertThat(Masking.name(name)).isEqualTo(masked);
	}

	@ParameterizedTest
	@CsvSource({ "500229190001010019,500229********0019", "1234567890,**********" })
	void keepsBothEndsOfAnIdNumber(String idNumber, String masked) {
		assertThat(Masking.idNumber(idNumber)).isEqualTo(masked);
	}

	@ParameterizedTest
	@CsvSource({ "13800000001,138****0001", "12345,*****" })
	void keepsBothEndsOfAPhone(String phone, String masked) {
		assertThat(Masking.phone(phone)).isEqualTo(masked);
	}

}
