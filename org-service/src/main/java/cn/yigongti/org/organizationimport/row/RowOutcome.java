package cn.yigongti.org.organizationimport.row;

/** What became of a row. */
public enum RowOutcome {

	/** Nobody has looked at it yet. */
	PENDING("待检查"),
	/** Nothing is wrong with it; whether it is applied depends on the others. */
	ACCEPTED("可导入"),
	/** The register says the same already. */
	UNCHANGED("无变化"),
	/** Something is wrong with it. */
	REJECTED("有错误"),
	/** Is in the register now. */
	APPLIED("已导入"),
	/** Nothing was wrong with it, but with others. */
	NOT_APPLIED("未导入");

	private final String label;

	RowOutcome(String label) {
		this.label = label;
	}

	/** As reports show it. */
	public String label() {
		return this.label;
	}

}
