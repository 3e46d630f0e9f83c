package cn.yigongti.dev.county;

import java.util.List;

/**
 * What the patients of the demo have, with the department that treats it.
 *
 * @param code ICD-10, the Chinese extension
 */
public record Illness(String code, String text, Department department) {

	static final List<Illness> FREQUENT = List.of(new Illness("J18.900", "肺炎", Department.INTERNAL_MEDICINE),
			new Illness("I63.900", "脑梗死", Department.INTERNAL_MEDICINE),
			new Illness("K80.200", "胆囊结石", Department.SURGERY),
			new Illness("I10.x00", "特发性(原发性)高血压", Department.INTERNAL_MEDICINE),
			new Illness("J21.900", "急性毛细支气管炎", Department.PAEDIATRICS),
			new Illness("E11.900", "2型糖尿病", Department.INTERNAL_MEDICINE),
			new Illness("S72.000", "股骨颈骨折", Department.SURGERY),
			new Illness("J44.900", "慢性阻塞性肺疾病", Department.INTERNAL_MEDICINE),
			new Illness("O14.900", "子痫前期", Department.OBSTETRICS),
			new Illness("K35.800", "急性阑尾炎", Department.EMERGENCY), new Illness("M51.200", "腰椎间盘突出", Department.SURGERY),
			new Illness("I25.103", "冠状动脉粥样硬化性心脏病", Department.INTERNAL_MEDICINE),
			new Illness("J20.900", "急性支气管炎", Department.PAEDIATRICS),
			new Illness("S06.000", "脑震荡", Department.EMERGENCY), new Illness("N20.000", "肾结石", Department.SURGERY),
			new Illness("K25.900", "胃溃疡", Department.INTERNAL_MEDICINE));

}
