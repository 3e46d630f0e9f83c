package cn.yigongti.consultation.attachment.format;

/** The content is of no format that is taken, or is damaged. */
public class UnsupportedFile extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
