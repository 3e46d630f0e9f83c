package cn.yigongti.consultation.print;

import java.awt.Color;

import org.openpdf.text.Document;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/**
 * What stands on every page: which report it is, whether it still holds, and which page
 * of how many, so that no page goes its own way.
 */
class PageFrame extends PdfPageEventHelper {

	private static final float POINTS = 9;

	private static final float TOTAL_WIDTH = 30;

	private final ReportFont.Face face;

	private final String top;

	private final String mark;

	private final PdfTemplate total;

	/**
	 * Frames the pages of a document.
	 * @param top which report it is
	 * @param mark what is to be known of it, in red; empty when there is nothing
	 */
	PageFrame(PdfWriter writer, ReportFont.Face face, String top, String mark) {
		this.face = face;
		this.top = top;
		this.mark = mark;
		this.total = writer.getDirectContent().createTemplate(TOTAL_WIDTH, POINTS * 3);
	}

	@Override
	public void onEndPage(PdfWriter writer, Document document) {
		PdfContentByte page = writer.getDirectContent();
		float head = document.top() + POINTS * 1.5f;
		text(page, this.top, document.left(), head, Color.DARK_GRAY);
		text(page, this.mark, document.right() - this.face.width(this.mark, POINTS), head, Color.RED);
		String number = "第 " + writer.getPageNumber() + " / ";
		float foot = document.bottom() - POINTS * 3;
		float middle = (document.left() + document.right()) / 2;
		text(page, number, middle - this.face.width(number, POINTS), foot, Color.DARK_GRAY);
		page.addTemplate(this.total, middle, foot - POINTS);
	}

	@Override
	public void onCloseDocument(PdfWriter writer, Document document) {
		text(this.total, (writer.getPageNumber() - 1) + " 页", 0, POINTS, Color.DARK_GRAY);
	}

	private void text(PdfContentByte page, String text, float x, float y, Color color) {
		page.beginText();
		page.setFontAndSize(this.face.base(), POINTS);
		page.setColorFill(color);
		page.setTextMatrix(x, y);
		page.showText(text);
		page.endText();
	}

}
