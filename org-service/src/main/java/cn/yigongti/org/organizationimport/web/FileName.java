package cn.yigongti.org.organizationimport.web;

import java.util.Optional;

import cn.yigongti.org.organizationimport.OrganizationImport;

import org.springframework.web.multipart.MultipartFile;

/** Names of files, which come from anywhere and are shown to people. */
final class FileName {

	private static final int MAX_LENGTH = 200;

	private FileName() {
	}

	/** What the sender calls it, without folders and without anything unprintable. */
	static String of(MultipartFile file) {
		String name = Optional.ofNullable(file.getOriginalFilename())
			.orElse("")
			.replaceAll(".*[/\\\\]", "")
			.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}]", "");
		return name.isBlank() ? "-" : name.substring(0, Math.min(name.length(), MAX_LENGTH));
	}

	static String ofReport(OrganizationImport reported) {
		String name = reported.fileName().replaceFirst("\\.[^.]*$", "");
		return name + "-导入结果." + reported.dialect().format().extension();
	}

}
