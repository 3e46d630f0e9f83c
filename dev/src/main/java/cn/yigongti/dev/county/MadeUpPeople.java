package cn.yigongti.dev.county;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Names of people who don't exist, put together from the most frequent surnames and given
 * names.
 */
final class MadeUpPeople {

	private static final List<Syllable> SURNAMES = syllables(
			"王wang 李li 张zhang 刘liu 陈chen 杨yang 赵zhao 黄huang 周zhou 吴wu 徐xu 孙sun 胡hu 朱zhu 高gao 林lin 何he 郭guo "
					+ "马ma 罗luo 梁liang 宋song 郑zheng 谢xie 韩han 唐tang 冯feng 于yu 董dong 萧xiao 程cheng 曹cao 袁yuan 邓deng "
					+ "许xu 傅fu 沈shen 曾zeng 彭peng 吕lv 苏su 卢lu 蒋jiang 蔡cai 贾jia 丁ding 魏wei 薛xue 叶ye 阎yan 余yu 潘pan");

	private static final List<Syllable> FOR_MEN = syllables(
			"伟wei 强qiang 磊lei 军jun 勇yong 杰jie 涛tao 明ming 超chao 刚gang 平ping 辉hui 鹏peng 华hua 飞fei 建jian 国guo "
					+ "志zhi 文wen 林lin 波bo 斌bin 宇yu 浩hao 凯kai 健jian 俊jun 帆fan 东dong 海hai");

	private static final List<Syllable> FOR_WOMEN = syllables(
			"芳fang 娜na 敏min 静jing 丽li 艳yan 娟juan 霞xia 燕yan 玲ling 梅mei 红hong 英ying 洁jie 琴qin 云yun 兰lan 秀xiu "
					+ "雪xue 琳lin 婷ting 倩qian 慧hui 莉li 萍ping 颖ying 佳jia 怡yi 欣xin 月yue");

	private MadeUpPeople() {
	}

	static PersonName name(RandomGenerator random, boolean male) {
		List<Syllable> given = male ? FOR_MEN : FOR_WOMEN;
		Syllable surname = pick(random, SURNAMES);
		Syllable first = pick(random, given);
		Syllable second = pick(random, given);
		boolean oneCharacter = first.equals(second) || random.nextInt(4) == 0;
		return oneCharacter ? new PersonName(surname.character + first.character, surname.pinyin + first.pinyin)
				: new PersonName(surname.character + first.character + second.character,
						surname.pinyin + first.pinyin + second.pinyin);
	}

	private static <T> T pick(RandomGenerator random, List<T> from) {
		return from.get(random.nextInt(from.size()));
	}

	private static List<Syllable> syllables(String words) {
		return List.of(words.split(" "))
			.stream()
			.map((word) -> new Syllable(word.substring(0, 1), word.substring(1)))
			.toList();
	}

	/**
	 * @param pinyin without tones or blanks, fit for a login name
	 */
	record PersonName(String characters, String pinyin) {
	}

	private record Syllable(String character, String pinyin) {
	}

}
