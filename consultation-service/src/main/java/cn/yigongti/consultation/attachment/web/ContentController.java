package cn.yigongti.consultation.attachment.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import cn.yigongti.consultation.attachment.Attachment;
import cn.yigongti.consultation.attachment.ReadAttachments;
import cn.yigongti.consultation.consultation.Rights;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import cn.yigongti.platform.crypto.FieldCipher;
import cn.yigongti.platform.version.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** The bytes of attachments, in whole or in part. */
@RestController
@RequestMapping("/api/v1/consultations/{id}/attachments/{attachmentId}/content")
@Tag(name = "Attachments", description = "会诊附件")
class ContentController {

	private final ReadAttachments reading;

	private final FieldCipher cipher;

	ContentController(ReadAttachments reading, FieldCipher cipher) {
		this.reading = reading;
		this.cipher = cipher;
	}

	@GetMapping
	@RequiresPermission(Rights.READ)
	@Operation(summary = "Download a file (下载附件)", description = """
			Understands `Range` with one range, `If-Range` and `If-None-Match`. \
			Every request that is answered with bytes is in the audit trail.""")
	@ApiResponse(responseCode = "200",
			content = { @Content(mediaType = "image/png"), @Content(mediaType = "image/jpeg"),
					@Content(mediaType = "application/pdf"),
					@Content(mediaType = "application/dicom", schema = @Schema(type = "string", format = "binary")) })
	@ApiResponse(responseCode = "206", description = "The part asked for", content = @Content)
	@ApiResponse(responseCode = "304", description = "Still the same", content = @Content)
	@ApiResponse(responseCode = "416", description = "range-not-satisfiable")
	void content(Caller caller, @PathVariable UUID id, @PathVariable UUID attachmentId, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		Attachment attachment = this.reading.outline(caller, id, attachmentId);
		String etag = ETags.of(attachment.content().sha256());
		if (new ServletWebRequest(request, response).checkNotModified(etag)) {
			return;
		}
		if (HttpMethod.HEAD.matches(request.getMethod())) {
			describe(attachment, new ByteRange(0, attachment.content().sizeBytes(), false), response);
			return;
		}
		ByteRange range = ByteRange.of(request.getHeader(HttpHeaders.RANGE), request.getHeader(HttpHeaders.IF_RANGE),
				etag, attachment.content().sizeBytes());
		describe(attachment, range, response);
		this.reading.copy(caller, attachment, range.offset(), range.length(), response.getOutputStream());
	}

	private void describe(Attachment attachment, ByteRange range, HttpServletResponse response) {
		response.setContentType(attachment.content().format().mediaType());
		response.setContentLengthLong(range.length());
		response.setHeader(HttpHeaders.ETAG, ETags.of(attachment.content().sha256()));
		response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment()
					.filename(this.cipher.decrypt(attachment.fileName()), StandardCharsets.UTF_8)
					.build()
					.toString());
		response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
		if (range.partial()) {
			response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
			response.setHeader(HttpHeaders.CONTENT_RANGE, range.contentRange(attachment.content().sizeBytes()));
		}
	}

}
