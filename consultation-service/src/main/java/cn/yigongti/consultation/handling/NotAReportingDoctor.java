package cn.yigongti.consultation.handling;

/** Only a reporting doctor of the centre, who is there now, may do that. */
public class NotAReportingDoctor extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
