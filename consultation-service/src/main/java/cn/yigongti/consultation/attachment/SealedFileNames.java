package cn.yigongti.consultation.attachment;

import cn.yigongti.platform.resealing.SealedTable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Names of files may be names of patients. */
@Configuration(proxyBeanMethods = false)
class SealedFileNames {

	@Bean
	SealedTable sealedAttachments() {
		return SealedTable.of("consultation_attachment", "id", "uuid").encrypted("file_name");
	}

}
