package cn.yigongti.org.organizationimport.submission;

import java.io.IOException;

import cn.yigongti.org.organizationimport.row.Header;
import cn.yigongti.org.organizationimport.row.HeaderRefused;
import cn.yigongti.org.organizationimport.sheet.Dialect;
import cn.yigongti.org.organizationimport.sheet.SheetLimits;
import cn.yigongti.org.organizationimport.sheet.SheetReader;
import cn.yigongti.org.organizationimport.sheet.SheetRefused;
import cn.yigongti.org.organizationimport.sheet.SheetRefused.Reason;
import cn.yigongti.org.organizationimport.sheet.format.SheetFiles;
import cn.yigongti.org.organizationimport.sheet.inspection.FileInspection;

/** A file that may be taken in, as far as can be seen at once. */
record InspectedFile(SubmittedFile file, Dialect dialect, Header header) {

	/**
	 * Looks at a file.
	 * @throws SheetRefused when it can't be read or had better not be
	 * @throws HeaderRefused when its columns are not those of organizations
	 */
	static InspectedFile of(SubmittedFile file, SheetLimits limits) throws IOException {
		Dialect dialect = FileInspection.of(file.path());
		try (SheetReader reader = SheetFiles.open(file.path(), dialect, limits)) {
			Header header = Header.find(reader);
			if (reader.next().isEmpty()) {
				throw new SheetRefused(Reason.EMPTY_FILE);
			}
			return new InspectedFile(file, dialect, header);
		}
	}

}
