package cn.yigongti.org.organizationimport.sheet;

import org.jspecify.annotations.Nullable;

/**
 * How a table is written down.
 *
 * @param encoding of a CSV file; a workbook takes care of that itself
 * @param separator of a CSV file
 */
public record Dialect(SheetFormat format, @Nullable TextEncoding encoding, @Nullable Character separator) {

	public static final Dialect XLSX = new Dialect(SheetFormat.XLSX, null, null);

	public static Dialect csv(TextEncoding encoding, char separator) {
		return new Dialect(SheetFormat.CSV, encoding, separator);
	}

}
