package cn.yigongti.org.organizationimport.row;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The columns a table may have. */
public enum Column {

	NAME("机构名称", "name", true, Content.TEXT, "登记证书上的全称，最长 100 字", "巴山镇中心卫生院"),
	SHORT_NAME("机构简称", "shortName", false, Content.TEXT, "最长 50 字，不填则与名称相同", "巴山卫生院"),
	TYPE("机构类别代码", "type", true, Content.CODE, "WS 218 的 4 位代码：A100 综合医院，C210 中心卫生院，C220 乡卫生院，D600 村卫生室等", "C210"),
	TIER("机构级别", "tier", false, Content.TEXT, "市级医院、县级医院、乡镇卫生院或村卫生室；不填则按类别推定", "乡镇卫生院"),
	CREDIT_CODE("统一社会信用代码", "creditCode", false, Content.CODE, "GB 32100 的 18 位代码，单元格须为文本格式", "125002290000010111"),
	INSTITUTION_CODE("机构编码", "institutionCode", false, Content.CODE, "医院信息系统使用的编码，字母、数字和连字符，最长 40 位；已登记且内容相同的行不重复导入",
			"BS001"),
	REGION_CODE("行政区划代码", "regionCode", true, Content.CODE, "GB/T 2260 的 6 位县级、9 位乡级或 12 位村级代码", "500229102"),
	/** Institution code of an organization in this table or in the register. */
	PARENT("上级机构编码", "parentInstitutionCode", false, Content.CODE, "上级机构的机构编码，可在本表任意行，也可已登记；村级机构必填", ""),
	ADDRESS("地址", "address", false, Content.TEXT, "最长 200 字", "巴山镇正街 1 号"),
	LATITUDE("纬度", "lat", false, Content.NUMBER, "WGS 84，度，-90 到 90；与经度同时填写", "31.9478"),
	LONGITUDE("经度", "lng", false, Content.NUMBER, "WGS 84，度，-180 到 180；与纬度同时填写", "108.6649"),
	PHONE("电话", "phone", false, Content.PHONE, "数字、空格和 + - ( )，3 到 32 位", "023-59220000"),
	BEDS("床位数", "beds", false, Content.NUMBER, "整数", "40"),
	HOSPITAL_GRADE("医院等级", "hospitalGrade", false, Content.TEXT, "最长 20 字", "一级甲等"),
	OPENED_ON("成立日期", "openedOn", true, Content.DATE, "日期格式，或 2026-01-02、2026/1/2", "2000-01-01"),
	CLOSED_ON("关停日期", "closedOn", false, Content.DATE, "关停后的第一天；未关停不填", "");

	/** How a column's cells are read. */
	enum Content {

		TEXT, CODE, NUMBER, PHONE, DATE;

		/** Whether a cell may begin with a plus or a minus. */
		boolean isSigned() {
			return this == NUMBER || this == PHONE;
		}

	}

	private final String header;

	private final String field;

	private final boolean required;

	private final Content content;

	private final String note;

	private final String example;

	Column(String header, String field, boolean required, Content content, String note, String example) {
		this.header = header;
		this.field = field;
		this.required = required;
		this.content = content;
		this.note = note;
		this.example = example;
	}

	/** The column of this name, in Chinese or as the field is called in the API. */
	static Optional<Column> named(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		return Arrays.stream(values())
			.filter((column) -> column.header.equals(name) || column.field.toLowerCase(Locale.ROOT).equals(lower))
			.findFirst();
	}

	/** The column that holds a field of the draft, by its JSON pointer. */
	static Column at(String pointer) {
		String field = pointer.substring(pointer.lastIndexOf('/') + 1);
		return field.equals("parentId") ? PARENT : named(field).orElseThrow(() -> new IllegalStateException(pointer));
	}

	public String header() {
		return this.header;
	}

	public boolean isRequired() {
		return this.required;
	}

	Content content() {
		return this.content;
	}

	/** What a cell may look like, blank if that depends on other rows. */
	public String example() {
		return this.example;
	}

	/** What it is for and how it is filled in. */
	public String note() {
		return this.note;
	}

}
