package cn.yigongti.org.organizationimport.row;

import java.util.List;

import cn.yigongti.platform.problem.FieldProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HeaderTests {

	@Test
	void findsColumnsInAnyOrder() {
		Header header = Header.of(List.of("成立日期", "机构名称", "行政区划代码", "机构类别代码"));
		assertThat(header.cell(List.of("2000-01-01", "卫生院"), Column.NAME)).isEqualTo("卫生院");
		assertThat(header.cell(List.of("2000-01-01", "卫生院"), Column.TYPE)).isEmpty();
		assertThat(header.cell(List.of("2000-01-01", "卫生院"), Column.PHONE)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "机构名称*", " 机构名称 ", "机构\n名称＊", "name", "NAME", "ｎａｍｅ" })
	void knowsAColumnHoweverItIsDressed(String name) {
		assertThat(Header.of(List.of(name, "type", "regionCode", "openedOn")).positions()).containsKey(Column.NAME);
	}

	@Test
	void namesEveryColumnThatIsWrong() {
		assertThatExceptionOfType(HeaderRefused.class)
			.isThrownBy(() -> Header.of(List.of("机构名称", "name", "电话/手机", "行政区划代码", "")))
			.extracting(HeaderRefused::problems)
			.isEqualTo(List.of(new FieldProblem("/name", "repeated-column", "name"),
					new FieldProblem("/电话~1手机", "unknown-column", "电话/手机"),
					new FieldProblem("/机构类别代码", "missing-column", "机构类别代码"),
					new FieldProblem("/成立日期", "missing-column", "成立日期")));
	}

	@Test
	void passesOverWhatAReportPutBeside() {
		List<String> names = List.of("机构名称", "结果", "type", "原因", "regionCode", "openedOn");
		assertThat(Header.of(names).positions()).hasSize(4);
		assertThat(Header.withoutReport(names, List.of("卫生院", "有错误", "C220", "x", "500229"))).containsExactly("卫生院",
				"C220", "500229", "");
	}

}
