package cn.yigongti.consultation.attachment.format;

import java.io.IOException;
import java.util.Arrays;

import cn.yigongti.consultation.attachment.TestFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FileFormatTests {

	private static final int LARGE = 300_000;

	@Test
	void tellsWhatIsTakenByItsContent() throws IOException {
		assertThat(formatOf(TestFiles.png(1))).isEqualTo(FileFormat.PNG);
		assertThat(formatOf(TestFiles.jpeg())).isEqualTo(FileFormat.JPEG);
		assertThat(formatOf(TestFiles.pdf())).isEqualTo(FileFormat.PDF);
		assertThat(formatOf(TestFiles.dicom(100))).isEqualTo(FileFormat.DICOM);
		assertThat(formatOf(TestFiles.dicom(LARGE))).isEqualTo(FileFormat.DICOM);
	}

	@Test
	void takesAPictureWithWhatATelephoneWritesBehindIt() throws IOException {
		assertThat(formatOf(TestFiles.joined(TestFiles.jpeg(), new byte[LARGE]))).isEqualTo(FileFormat.JPEG);
	}

	@Test
	void takesAPictureWithLargePreviewsBeforeIt() throws IOException {
		byte[] jpeg = TestFiles.jpeg();
		byte[] segment = new byte[60_002];
		segment[0] = (byte) 0xFF;
		segment[1] = (byte) 0xE2;
		segment[2] = (byte) (60_000 >> 8);
		segment[3] = (byte) 60_000;
		byte[] file = TestFiles.joined(Arrays.copyOf(jpeg, 2), segment, segment, segment,
				Arrays.copyOfRange(jpeg, 2, jpeg.length));
		assertThat(formatOf(file)).isEqualTo(FileFormat.JPEG);
	}

	@Test
	void takesADicomFileThatIsATiffToo() throws IOException {
		byte[] file = TestFiles.dicom(100);
		System.arraycopy(new byte[] { 'I', 'I', '*', 0, 8, 0, 0, 0 }, 0, file, 0, 8);
		assertThat(formatOf(file)).isEqualTo(FileFormat.DICOM);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "%PDF-", "<html><body><script>alert(1)</script></body></html>",
			"<svg xmlns='http://www.w3.org/2000/svg'/>", "GIF89a........", "RIFF....WEBPVP8 ", "MZ............",
			"%!PS-Adobe-3.0 %%EOF", "<!-- --> %PDF-1.7 %%EOF" })
	void refusesWhatIsNothingOfTheKind(String content) {
		refuses(TestFiles.text(content));
	}

	@Test
	void refusesArchives() {
		refuses(TestFiles.zip());
		refuses(TestFiles.joined(TestFiles.jpeg(), TestFiles.zip()));
		refuses(TestFiles.joined(TestFiles.dicom(LARGE), TestFiles.zip()));
	}

	@Test
	void refusesAPictureThatEndsInItsHeader() {
		byte[] png = TestFiles.png(1);
		for (int length : new int[] { 1, 8, 16, 20, 33, png.length - 1 }) {
			refuses(Arrays.copyOf(png, length));
		}
		byte[] jpeg = TestFiles.jpeg();
		for (int length : new int[] { 2, 3, 20, 200 }) {
			refuses(Arrays.copyOf(jpeg, length));
		}
	}

	@Test
	void refusesAPictureWithoutSize() {
		byte[] png = TestFiles.png(1);
		png[19] = 0;
		refuses(png);
	}

	@Test
	void refusesAPictureWithMoreBehindItsEnd() {
		refuses(TestFiles.joined(TestFiles.png(1), TestFiles.text("more")));
	}

	@Test
	void refusesADocumentThatIsNotWhole() {
		refuses(Arrays.copyOf(TestFiles.pdf(), 40));
		refuses(TestFiles.joined(TestFiles.pdf(), new byte[LARGE]));
	}

	@ParameterizedTest
	@ValueSource(strings = { "<html>", "<SCRIPT src=x>", "<svg onload=alert(1)>", "<!DOCTYPE html>", "<?php" })
	void refusesPagesInPictures(String page) {
		byte[] jpeg = TestFiles.jpeg();
		byte[] text = TestFiles.text(page);
		byte[] comment = { (byte) 0xFF, (byte) 0xFE, 0, (byte) (text.length + 2) };
		refuses(TestFiles.joined(Arrays.copyOf(jpeg, 2), comment, text, Arrays.copyOfRange(jpeg, 2, jpeg.length)));
		refuses(TestFiles.joined(TestFiles.text("%PDF-1.7\n%" + page + "\n"), TestFiles.pdf()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "MZ", "\u007fELF", "#!/bin/sh", "<html>", "%PDF-1.7", "PK\u0003\u0004" })
	void refusesProgramsInThePreambleOfDicom(String start) {
		byte[] file = TestFiles.dicom(100);
		byte[] bytes = TestFiles.text(start);
		System.arraycopy(bytes, 0, file, 0, bytes.length);
		refuses(file);
	}

	@Test
	void refusesDicomWithoutItsMetaInformation() {
		byte[] file = TestFiles.dicom(100);
		file[132] = 8;
		refuses(file);
		refuses(Arrays.copyOf(TestFiles.dicom(100), 132));
	}

	@ParameterizedTest
	@CsvSource({ "心电图.png,心电图.png", "心电图.PNG,心电图.PNG", "心电图.html,心电图.html.png", "png,png.png", "-,-.png" })
	void givesNamesTheExtensionOfTheContent(String given, String named) {
		assertThat(FileFormat.PNG.named(given)).isEqualTo(named);
	}

	private static FileFormat formatOf(byte[] content) throws IOException {
		return FileFormat.of(new ByteArrayResource(content), content.length);
	}

	private static void refuses(byte[] content) {
		assertThatExceptionOfType(UnsupportedFile.class).isThrownBy(() -> formatOf(content));
	}

}
