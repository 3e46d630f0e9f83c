package cn.yigongti.consultation.report;

/** The third-party system gave the same number to another report. */
public class ReportIdReused extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
