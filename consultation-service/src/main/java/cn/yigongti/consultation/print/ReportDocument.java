package cn.yigongti.consultation.print;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.patient.Patient;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Chunk;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/** One report on A4, on the letterhead of the centre. */
class ReportDocument {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
		.withZone(Consultation.ZONE);

	private static final float MARGIN = 56;

	private static final float TEXT = 10.5f;

	private static final float LINE = 1.6f;

	/** No title stands at the end of a page without two lines of its text. */
	private static final float TITLE_WITH_TEXT = 4 * TEXT * LINE;

	private static final LineBreaks BREAKS = new LineBreaks();

	private final Printout printout;

	private final ReportFont.Face face;

	private final Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN + 12, MARGIN + 12);

	ReportDocument(Printout printout, ReportFont.Face face) {
		this.printout = printout;
		this.face = face;
	}

	byte[] write() {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		PdfWriter writer = PdfWriter.getInstance(this.document, out);
		Consultation consultation = this.printout.consultation();
		String top = "%s　第 %d 版".formatted(consultation.consultationNumber(), this.printout.report().version());
		this.document.addTitle("远程会诊报告 " + consultation.consultationNumber());
		this.document.addCreationDate();
		this.document.open();
		writer.setPageEvent(new PageFrame(writer, this.face, this.face.printable(top), mark()));
		writer.getExtraCatalog().put(PdfName.LANG, new PdfString("zh-CN"));
		writer.createXmpMetadata();
		letterhead(writer);
		particulars();
		texts(writer);
		signatures();
		this.document.close();
		return out.toByteArray();
	}

	private String mark() {
		return this.printout.isSuperseded() ? "已被第 %d 版取代".formatted(this.printout.newestVersion()) : "";
	}

	private void letterhead(PdfWriter writer) {
		heading(this.printout.consultation().center().name(), this.face.plain(14));
		heading("远程会诊报告", this.face.bold(20));
		SignedReport report = this.printout.report();
		if (report.criticalValue()) {
			heading("【危急值】", this.face.bold(14), Color.RED);
		}
		if (this.printout.isSuperseded()) {
			heading(mark(), this.face.bold(12), Color.RED);
		}
		if (report.amendmentReason() != null) {
			text(writer, "修订说明（第 %d 版）".formatted(report.version()), report.amendmentReason());
		}
	}

	private void particulars() {
		Consultation consultation = this.printout.consultation();
		Patient patient = this.printout.patient();
		PdfPTable table = new PdfPTable(new float[] { 2, 5, 2, 5 });
		table.setWidthPercentage(100);
		table.setSpacingBefore(TEXT);
		row(table, "会诊编号", consultation.consultationNumber(), "报告版本", "第 " + this.printout.report().version() + " 版");
		row(table, "会诊类型", Terms.of(consultation.type()), "紧急程度", Terms.of(consultation.submission().urgency()));
		row(table, "患者姓名", patient.name(), "性别", Terms.ofGender(patient.gender()));
		row(table, "证件号码", patient.idNumber(), "出生日期", patient.birthDate().toString());
		row(table, "申请机构", consultation.applicant().name(), "申请医生", applicantDoctor(consultation));
		row(table, "会诊中心", consultation.center().name(), "会诊科室", consultation.question().department());
		row(table, "申请时间", at(consultation.submission().submittedAt()), "危急值",
				this.printout.report().criticalValue() ? "有" : "无");
		this.document.add(table);
	}

	private static String applicantDoctor(Consultation consultation) {
		String department = consultation.submission().doctor().department();
		String name = consultation.submission().doctor().name();
		return (department != null) ? name + "（" + department + "）" : name;
	}

	private void texts(PdfWriter writer) {
		SignedReport report = this.printout.report();
		text(writer, "会诊目的", this.printout.consultation().question().purpose());
		text(writer, "病情摘要", this.printout.consultation().question().clinicalSummary());
		text(writer, "初步诊断", this.printout.consultation().question().diagnosis().text() + "（"
				+ this.printout.consultation().question().diagnosis().code() + "）");
		text(writer, "检查所见", report.findings());
		text(writer, "会诊意见", report.opinion());
		text(writer, "建议", report.advice());
	}

	private void signatures() {
		SignedReport report = this.printout.report();
		PdfPTable table = new PdfPTable(new float[] { 2, 5, 2, 5 });
		table.setWidthPercentage(100);
		table.setSpacingBefore(TEXT * 2);
		table.setKeepTogether(true);
		row(table, "报告医生", report.doctorName(), "签署时间", at(report.signedAt()));
		if (report.reviewerName() != null) {
			row(table, "审核医生", report.reviewerName(), "审核时间",
					(report.reviewedAt() != null) ? at(report.reviewedAt()) : "");
		}
		this.document.add(table);
	}

	private static String at(Instant time) {
		return TIME.format(time);
	}

	private void heading(String text, Font font) {
		heading(text, font, Color.BLACK);
	}

	private void heading(String text, Font font, Color color) {
		font.setColor(color);
		Paragraph paragraph = new Paragraph(chunk(text, font));
		paragraph.setAlignment(Element.ALIGN_CENTER);
		paragraph.setSpacingAfter(TEXT / 2);
		paragraph.setMultipliedLeading(LINE);
		this.document.add(paragraph);
	}

	private void text(PdfWriter writer, String title, @Nullable String text) {
		if (text == null || text.isBlank()) {
			return;
		}
		if (writer.getVerticalPosition(false) - this.document.bottom() < TITLE_WITH_TEXT) {
			this.document.newPage();
		}
		Paragraph head = new Paragraph(chunk(title, this.face.bold(TEXT)));
		head.setSpacingBefore(TEXT);
		head.setMultipliedLeading(LINE);
		this.document.add(head);
		for (String line : text.split("\n", -1)) {
			Paragraph paragraph = new Paragraph(chunk(line.isBlank() ? " " : line, this.face.plain(TEXT)));
			paragraph.setMultipliedLeading(LINE);
			this.document.add(paragraph);
		}
	}

	private void row(PdfPTable table, String... cells) {
		for (int i = 0; i < cells.length; i++) {
			Font font = (i % 2 == 0) ? this.face.bold(TEXT) : this.face.plain(TEXT);
			PdfPCell cell = new PdfPCell(new Phrase(chunk(cells[i], font)));
			cell.setPadding(4);
			cell.setPaddingTop(0);
			cell.setPaddingBottom(TEXT * 0.7f);
			cell.setLeading(0, LINE);
			table.addCell(cell);
		}
	}

	private Chunk chunk(String text, Font font) {
		return new Chunk(this.face.printable(text), font).setSplitCharacter(BREAKS);
	}

}
