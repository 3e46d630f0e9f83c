package cn.yigongti.consultation.print;

import cn.yigongti.consultation.consultation.ConsultationType;
import cn.yigongti.consultation.consultation.Urgency;

/** What things are called on paper, which is Chinese whoever prints. */
final class Terms {

	private Terms() {
	}

	static String of(ConsultationType type) {
		return switch (type) {
			case CLINICAL -> "临床会诊";
			case IMAGING -> "影像会诊";
			case ECG -> "心电会诊";
			case PATHOLOGY -> "病理会诊";
			case LABORATORY -> "检验会诊";
		};
	}

	static String of(Urgency urgency) {
		return switch (urgency) {
			case ROUTINE -> "常规";
			case URGENT -> "加急";
			case EMERGENCY -> "急诊";
		};
	}

	/** GB/T 2261.1. */
	static String ofGender(String code) {
		return switch (code) {
			case "1" -> "男";
			case "2" -> "女";
			case "9" -> "未说明";
			default -> "未知";
		};
	}

}
