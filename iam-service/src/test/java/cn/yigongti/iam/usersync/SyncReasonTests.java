package cn.yigongti.iam.usersync;

import java.util.Locale;
import java.util.ResourceBundle;

import cn.yigongti.cloudhis.CloudHisUnavailable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class SyncReasonTests {

	@ParameterizedTest
	@EnumSource
	void areToldInBothLanguages(CloudHisUnavailable.Reason reason) {
		String key = "sync.cloud-his-" + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
		for (Locale language : new Locale[] { Locale.ROOT, Locale.ENGLISH }) {
			assertThat(ResourceBundle
				.getBundle("messages", language,
						ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
				.containsKey(key)).isTrue();
		}
	}

}
