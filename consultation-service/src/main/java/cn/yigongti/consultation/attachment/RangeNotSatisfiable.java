package cn.yigongti.consultation.attachment;

/** A part was asked for that begins behind the end. */
public class RangeNotSatisfiable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final long sizeBytes;

	public RangeNotSatisfiable(long sizeBytes) {
		super("size " + sizeBytes);
		this.sizeBytes = sizeBytes;
	}

	public long sizeBytes() {
		return this.sizeBytes;
	}

}
