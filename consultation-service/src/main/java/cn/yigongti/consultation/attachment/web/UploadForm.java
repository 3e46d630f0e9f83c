package cn.yigongti.consultation.attachment.web;

import io.swagger.v3.oas.annotations.media.Schema;

/** What an upload is made of, for the API document. */
@Schema(name = "AttachmentUpload")
record UploadForm(@Schema(format = "binary", requiredMode = Schema.RequiredMode.REQUIRED) String file) {
}
