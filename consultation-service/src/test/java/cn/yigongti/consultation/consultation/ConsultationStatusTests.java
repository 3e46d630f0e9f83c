package cn.yigongti.consultation.consultation;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static cn.yigongti.consultation.consultation.ConsultationStatus.ACCEPTED;
import static cn.yigongti.consultation.consultation.ConsultationStatus.CANCELLED;
import static cn.yigongti.consultation.consultation.ConsultationStatus.DECLINED;
import static cn.yigongti.consultation.consultation.ConsultationStatus.REPORTED;
import static cn.yigongti.consultation.consultation.ConsultationStatus.SCHEDULED;
import static cn.yigongti.consultation.consultation.ConsultationStatus.SENT_BACK;
import static cn.yigongti.consultation.consultation.ConsultationStatus.SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;

class ConsultationStatusTests {

	static Stream<Arguments> legal() {
		return Stream.of(Arguments.of(SUBMITTED, EnumSet.of(ACCEPTED, SENT_BACK, DECLINED, CANCELLED)),
				Arguments.of(ACCEPTED, EnumSet.of(REPORTED, SENT_BACK, CANCELLED)),
				Arguments.of(SENT_BACK, EnumSet.of(SUBMITTED, CANCELLED)),
				Arguments.of(REPORTED, EnumSet.noneOf(ConsultationStatus.class)),
				Arguments.of(DECLINED, EnumSet.noneOf(ConsultationStatus.class)),
				Arguments.of(CANCELLED, EnumSet.noneOf(ConsultationStatus.class)));
	}

	@ParameterizedTest
	@MethodSource("legal")
	void goesWhereTheDomainSays(ConsultationStatus from, Set<ConsultationStatus> to) {
		assertThat(from.next(ConsultationType.IMAGING)).isEqualTo(to);
	}

	@ParameterizedTest
	@EnumSource(ConsultationType.class)
	void reportsOnlyAClinicalOneAfterItsTime(ConsultationType type) {
		boolean clinical = type == ConsultationType.CLINICAL;
		assertThat(ACCEPTED.next(type).contains(SCHEDULED)).isEqualTo(clinical);
		assertThat(ACCEPTED.next(type).contains(REPORTED)).isEqualTo(!clinical);
		assertThat(SCHEDULED.next(type)).isEqualTo(EnumSet.of(REPORTED, CANCELLED));
	}

	@ParameterizedTest
	@EnumSource(ConsultationStatus.class)
	void isOverWhenNothingComesNext(ConsultationStatus status) {
		assertThat(status.isOpen()).isEqualTo(!status.next(ConsultationType.ECG).isEmpty());
	}

}
