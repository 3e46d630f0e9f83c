package cn.yigongti.org.organizationimport.sheet.inspection;

import java.util.Set;
import java.util.regex.Pattern;

import javax.xml.stream.XMLStreamReader;

import cn.yigongti.org.organizationimport.sheet.SheetRefused;
import cn.yigongti.org.organizationimport.sheet.SheetRefused.Reason;
import org.jspecify.annotations.Nullable;

/** Looks at rows, cells and shared strings. */
class CellInspection {

	private static final Pattern ROW = Pattern.compile("[0-9]{1,7}");

	private static final Pattern ADDRESS = Pattern.compile("[A-Z]{1,2}[0-9]{1,7}");

	/** In a row; as many have addresses of two letters. */
	private static final int MAX_CELLS = 702;

	private static final int MAX_NUMBER_LENGTH = 40;

	/** Of the kinds that a table has many of. The others describe it. */
	private static final Set<String> MANY = Set.of("row", "c", "v", "is", "t", "si", "r", "rPr", "rPh", "phoneticPr");

	private static final int MAX_OTHERS = 200_000;

	private final Census census;

	private final StringBuilder value = new StringBuilder();

	private boolean inValue;

	private int cells;

	private int others;

	private @Nullable String address;

	private @Nullable String type;

	CellInspection(Census census) {
		this.census = census;
	}

	void begin(XMLStreamReader xml, @Nullable String parent) {
		String element = xml.getLocalName();
		switch (element) {
			case "row" -> {
				this.cells = 0;
				requireNoneOr(ROW, xml.getAttributeValue(null, "r"));
			}
			case "c" -> cell(xml);
			case "f" -> refuseFormula(parent);
			case "v" -> {
				this.inValue = true;
				this.value.setLength(0);
			}
			case "si" -> this.census.sharedString();
			default -> {
				// no part of a table
			}
		}
		this.others += MANY.contains(element) ? 0 : 1;
		PartInspection.require(this.others <= MAX_OTHERS);
	}

	private void cell(XMLStreamReader xml) {
		this.address = xml.getAttributeValue(null, "r");
		this.type = xml.getAttributeValue(null, "t");
		this.cells++;
		requireNoneOr(ADDRESS, this.address);
		PartInspection.require(this.cells <= MAX_CELLS);
	}

	private void refuseFormula(@Nullable String parent) {
		if ("c".equals(parent)) {
			throw new SheetRefused(Reason.FORMULA, (this.address != null) ? this.address : "?");
		}
	}

	void text(XMLStreamReader xml) {
		if (this.inValue && !"str".equals(this.type)) {
			this.value.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
			PartInspection.require(this.value.length() <= MAX_NUMBER_LENGTH);
		}
	}

	void end(String element) {
		if (element.equals("v")) {
			this.inValue = false;
			if ("s".equals(this.type)) {
				this.census.uses(this.value.toString());
			}
		}
	}

	private static void requireNoneOr(Pattern pattern, @Nullable String found) {
		PartInspection.require(found == null || pattern.matcher(found).matches());
	}

}
