package cn.yigongti.consultation.attachment;

import cn.yigongti.consultation.attachment.format.FileFormat;

import org.springframework.util.unit.DataSize;

/** More bytes than a file of this format may have. */
public class AttachmentTooLarge extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final FileFormat format;

	private final transient DataSize limit;

	AttachmentTooLarge(FileFormat format, DataSize limit) {
		super(format.name());
		this.format = format;
		this.limit = limit;
	}

	public FileFormat format() {
		return this.format;
	}

	public DataSize limit() {
		return this.limit;
	}

}
