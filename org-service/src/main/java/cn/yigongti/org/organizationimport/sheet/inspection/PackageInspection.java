package cn.yigongti.org.organizationimport.sheet.inspection;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import javax.xml.stream.XMLStreamReader;

import cn.yigongti.org.organizationimport.sheet.SheetRefused;
import cn.yigongti.org.organizationimport.sheet.SheetRefused.Reason;
import org.jspecify.annotations.Nullable;

/** Looks at what parts there are, and what they refer to. A hyperlink does no harm. */
class PackageInspection {

	private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

	private static final List<String> MACROS = List.of("macroenabled", "vbaproject", "macrosheet");

	private static final List<String> EMBEDDED = List.of("externallink", "oleobject", "activex", "connections",
			"querytable", "attachedtemplate");

	private static final Set<String> FILES = Set.of("package", "control");

	private final Census census;

	PackageInspection(Census census) {
		this.census = census;
	}

	void begin(XMLStreamReader xml) {
		switch (xml.getLocalName()) {
			case "Override", "Default" -> {
				String type = xml.getAttributeValue(null, "ContentType");
				refuse(type);
				if (WORKBOOK.equals(type)) {
					this.census.workbook();
				}
			}
			case "Relationship" -> refuse(xml.getAttributeValue(null, "Type"));
			case "oleObject", "ddeLink", "control" -> throw new SheetRefused(Reason.EMBEDDED_CONTENT);
			default -> {
				// says nothing about parts
			}
		}
	}

	/** What kind it is stands behind the last slash, be it a media type or a URI. */
	private static void refuse(@Nullable String type) {
		String kind = (type != null) ? type.substring(type.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT) : "";
		if (MACROS.stream().anyMatch(kind::contains)) {
			throw new SheetRefused(Reason.MACRO_FILE);
		}
		if (EMBEDDED.stream().anyMatch(kind::contains) || FILES.contains(kind)) {
			throw new SheetRefused(Reason.EMBEDDED_CONTENT);
		}
	}

}
