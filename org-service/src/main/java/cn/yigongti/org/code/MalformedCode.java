package cn.yigongti.org.code;

/** A code that does not keep its own rules. */
public class MalformedCode extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	private final transient CodeFlaw flaw;

	MalformedCode(CodeSystem system, CodeFlaw flaw) {
		super(system + " " + flaw);
		this.flaw = flaw;
	}

	public CodeFlaw flaw() {
		return this.flaw;
	}

}
