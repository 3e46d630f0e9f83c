package cn.yigongti.consultation.attachment;

import java.util.UUID;

/** The consultation has this very file already. */
public class DuplicateAttachment extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final UUID first;

	DuplicateAttachment(UUID first) {
		super("same as " + first);
		this.first = first;
	}

	/** The attachment it is the same as. */
	public UUID first() {
		return this.first;
	}

}
