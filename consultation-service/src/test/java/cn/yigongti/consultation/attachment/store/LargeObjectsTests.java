package cn.yigongti.consultation.attachment.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Random;

import cn.yigongti.consultation.ConsultationServiceTest;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@ConsultationServiceTest
class LargeObjectsTests {

	private final LargeObjects store;

	private final JdbcClient jdbc;

	LargeObjectsTests(JdbcClient jdbc, TransactionTemplate transactions) {
		this.store = new LargeObjects(jdbc, transactions, new StoreProperties(1));
		this.jdbc = jdbc;
	}

	@Test
	void givesBackAnyPart() throws IOException {
		byte[] content = new byte[(3 << 19) + 7];
		new Random(1).nextBytes(content);
		StoredAt place = keep(new ByteArrayInputStream(content));
		for (int[] part : new int[][] { { 0, content.length }, { 0, 1 }, { (1 << 19) - 1, 2 }, { 2047, 1 << 20 },
				{ content.length - 1, 1 } }) {
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			this.store.copy(place, part[0], part[1], out);
			assertThat(out.toByteArray()).isEqualTo(Arrays.copyOfRange(content, part[0], part[0] + part[1]));
		}
	}

	@Test
	void leavesNothingWhenItsRowIsNotWritten() {
		long before = count();
		for (int i = 0; i < 3; i++) {
			assertThatIllegalStateException()
				.isThrownBy(() -> this.store.keep(new ByteArrayInputStream(new byte[10]), 10, (place) -> {
					throw new IllegalStateException();
				}));
		}
		assertThat(count()).isEqualTo(before);
	}

	@Test
	void leavesNothingWhenTheContentBreaksOff() throws IOException {
		long before = count();
		InputStream gone = InputStream.nullInputStream();
		gone.close();
		InputStream breaksOff = new SequenceInputStream(new ByteArrayInputStream(new byte[1 << 20]), gone);
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> keep(breaksOff));
		assertThat(count()).isEqualTo(before);
	}

	private StoredAt keep(InputStream content) throws IOException {
		return this.store.keep(content, 0, (place) -> place);
	}

	private long count() {
		return this.jdbc.sql("select count(*) from pg_largeobject_metadata").query(Long.class).single();
	}

}
