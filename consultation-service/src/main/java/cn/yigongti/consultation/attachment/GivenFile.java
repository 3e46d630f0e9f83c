package cn.yigongti.consultation.attachment;

import org.springframework.core.io.InputStreamSource;

/** A file as it was handed in; it can be read more than once. */
public record GivenFile(String name, long sizeBytes, InputStreamSource content) {

	/** Never the name: it may end up in a log. */
	@Override
	public String toString() {
		return "file of " + this.sizeBytes + " bytes";
	}

}
