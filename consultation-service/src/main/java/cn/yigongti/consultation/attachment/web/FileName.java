package cn.yigongti.consultation.attachment.web;

import java.util.Optional;

import org.springframework.web.multipart.MultipartFile;

/** Names of files, which come from anywhere and are shown to people. */
final class FileName {

	private static final int MAX_LENGTH = 200;

	private FileName() {
	}

	/**
	 * What the sender calls it, without folders and without anything unprintable; one too
	 * long loses its beginning rather than its extension.
	 */
	static String of(MultipartFile file) {
		String name = Optional.ofNullable(file.getOriginalFilename())
			.orElse("")
			.replaceAll(".*[/\\\\]", "")
			.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}]", "")
			.strip();
		if (name.isEmpty()) {
			return "-";
		}
		int length = name.codePointCount(0, name.length());
		return (length <= MAX_LENGTH) ? name : name.substring(name.offsetByCodePoints(0, length - MAX_LENGTH));
	}

}
