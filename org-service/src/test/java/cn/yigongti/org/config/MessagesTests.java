package cn.yigongti.org.config;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class MessagesTests {

	private final Set<String> chinese = keys(Locale.ROOT);

	@Test
	void areThereInBothLanguages() {
		assertThat(this.chinese).isEqualTo(keys(Locale.ENGLISH));
	}

	@ParameterizedTest
	@EnumSource
	void areThereForEveryConstraint(BrokenConstraint constraint) {
		assertThat(this.chinese.contains("problem." + constraint.code() + ".title")
				|| constraint.code().equals("concurrent-change"))
			.isTrue();
	}

	private static Set<String> keys(Locale locale) {
		return ResourceBundle
			.getBundle("messages", locale,
					ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
			.keySet();
	}

}
