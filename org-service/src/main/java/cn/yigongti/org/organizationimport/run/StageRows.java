package cn.yigongti.org.organizationimport.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import cn.yigongti.org.organizationimport.ImportProperties;
import cn.yigongti.org.organizationimport.StoredFiles;
import cn.yigongti.org.organizationimport.Tally;
import cn.yigongti.org.organizationimport.row.Header;
import cn.yigongti.org.organizationimport.row.ImportRows;
import cn.yigongti.org.organizationimport.row.RowReader;
import cn.yigongti.org.organizationimport.sheet.SheetLimits;
import cn.yigongti.org.organizationimport.sheet.SheetReader;
import cn.yigongti.org.organizationimport.sheet.SheetRefused;
import cn.yigongti.org.organizationimport.sheet.SheetRow;
import cn.yigongti.org.organizationimport.sheet.format.SheetFiles;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads a file into the table of rows, so that a row can be looked at together with
 * others that stand anywhere in the file.
 */
@Component
class StageRows {

	static final int BATCH = 500;

	private final StoredFiles files;

	private final ImportRows rows;

	private final Runs runs;

	private final ImportProperties properties;

	private final TransactionOperations transaction;

	StageRows(StoredFiles files, ImportRows rows, Runs runs, ImportProperties properties,
			TransactionOperations transaction) {
		this.files = files;
		this.rows = rows;
		this.runs = runs;
		this.properties = properties;
		this.transaction = transaction;
	}

	/** What is in a file. */
	record Staged(Header header, int rows) {

	}

	/**
	 * Reads the whole file; what an earlier attempt has left is forgotten.
	 * @return what is in it
	 * @throws SheetRefused when it can't be read to its end
	 */
	Staged stage(Run run) throws IOException {
		write(run, 0, () -> this.rows.deleteAll(run.id()));
		Path file = Files.createTempFile("organization-import", "");
		try {
			this.files.fetch(run.id(), file);
			try (SheetReader reader = SheetFiles.open(file, run.taken().dialect(),
					SheetLimits.ofRows(this.properties.maxRows() + 1))) {
				return stage(run, reader);
			}
		}
		finally {
			Files.delete(file);
		}
	}

	private Staged stage(Run run, SheetReader reader) throws IOException {
		Header header = Header.find(reader);
		int read = 0;
		List<SheetRow> batch = new ArrayList<>();
		for (Optional<SheetRow> row = reader.next(); row.isPresent(); row = reader.next()) {
			RowReader.refuseFormulas(header, row.get());
			batch.add(row.get());
			if (batch.size() == BATCH) {
				read += batch.size();
				add(run, header, read, batch);
				batch.clear();
			}
		}
		if (!batch.isEmpty()) {
			read += batch.size();
			add(run, header, read, batch);
		}
		return new Staged(header, read);
	}

	private void add(Run run, Header header, int read, List<SheetRow> batch) {
		write(run, read, () -> this.rows.add(run.id(), header, batch));
	}

	private void write(Run run, int read, Runnable change) {
		this.transaction.executeWithoutResult((status) -> {
			this.runs.report(run, Tally.ofRows(read));
			change.run();
		});
	}

}
