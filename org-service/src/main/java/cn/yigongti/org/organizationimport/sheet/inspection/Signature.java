package cn.yigongti.org.organizationimport.sheet.inspection;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What a file says it is in its first bytes. */
enum Signature {

	ZIP("PK(\u0003\u0004|\u0005\u0006|\u0007\u0008)"),
	/** The container of Office before 2007, and of workbooks that need a password. */
	OLE("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"),
	/** PDF, RTF, other archives, pictures, HTML and XML in the guise of a table. */
	OTHER("%PDF|\\{\\\\rtf|Rar!|7z\u00bc\u00af|\u001f\u008b|BZh|\u00fd7zXZ|\u0089PNG|\u00ff\u00d8\u00ff|GIF8|"
			+ "(\u00ef\u00bb\u00bf)?<"),
	NONE("");

	static final int LENGTH = 16;

	private final Pattern beginning;

	Signature(String beginning) {
		this.beginning = Pattern.compile(beginning);
	}

	static Signature of(byte[] start) {
		String text = new String(start, StandardCharsets.ISO_8859_1);
		for (Signature signature : values()) {
			if (signature.beginning.matcher(text).lookingAt()) {
				return signature;
			}
		}
		return NONE;
	}

	/** Whether it is a file of the kind that holds others. */
	static boolean isContainer(byte[] start) {
		Signature signature = of(start);
		return signature == ZIP || signature == OLE;
	}

}
