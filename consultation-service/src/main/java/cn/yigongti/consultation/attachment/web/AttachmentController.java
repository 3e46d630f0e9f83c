package cn.yigongti.consultation.attachment.web;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;

import cn.yigongti.consultation.attachment.AddAttachment;
import cn.yigongti.consultation.attachment.Attachment;
import cn.yigongti.consultation.attachment.GivenFile;
import cn.yigongti.consultation.attachment.ReadAttachments;
import cn.yigongti.consultation.attachment.RemoveAttachment;
import cn.yigongti.consultation.consultation.Rights;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import cn.yigongti.platform.crypto.FieldCipher;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.version.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

@RestController
@RequestMapping("/api/v1/consultations/{id}/attachments")
@Tag(name = "Attachments", description = "会诊附件")
class AttachmentController {

	private final AddAttachment adding;

	private final ReadAttachments reading;

	private final RemoveAttachment removing;

	private final FieldCipher cipher;

	AttachmentController(AddAttachment adding, ReadAttachments reading, RemoveAttachment removing, FieldCipher cipher) {
		this.adding = adding;
		this.reading = reading;
		this.removing = removing;
		this.cipher = cipher;
	}

	/** The form is read only when the consultation takes files from this caller. */
	@PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@RequiresPermission(Rights.WRITE)
	@Operation(summary = "Add a file (上传附件)", description = """
			PNG, JPEG, PDF or DICOM, by content. The applicant adds files while the consultation is open, the centre \
			while it has taken it on. Sent again, the same file is refused with the id of the first, so an upload \
			may be repeated without an Idempotency-Key, which is not looked at here.""",
			requestBody = @RequestBody(required = true,
					content = @Content(mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
							schema = @Schema(implementation = UploadForm.class))))
	@ApiResponse(responseCode = "201", description = "Kept; `Location` tells where")
	@ApiResponse(responseCode = "403", description = "wrong-side")
	@ApiResponse(responseCode = "409",
			description = "attachments-closed, attachment-limit, or duplicate-attachment with attachmentId")
	@ApiResponse(responseCode = "413", description = "too-large, or attachment-too-large for its format")
	@ApiResponse(responseCode = "415", description = "unsupported-file")
	ResponseEntity<AttachmentResponse> add(Caller caller, @PathVariable UUID id,
			@Parameter(hidden = true) MultipartHttpServletRequest request)
			throws IOException, MissingServletRequestPartException {
		this.adding.check(caller, id);
		MultipartFile file = request.getFile("file");
		if (file == null) {
			throw new MissingServletRequestPartException("file");
		}
		Attachment added = this.adding.add(caller, id, new GivenFile(FileName.of(file), file.getSize(), file));
		URI location = URI.create("/api/v1/consultations/" + id + "/attachments/" + added.id());
		return ResponseEntity.created(location).eTag(ETags.of(added.version())).body(shown(added));
	}

	@GetMapping
	@RequiresPermission(Rights.READ)
	@Operation(summary = "The files of both sides, in the order they came (附件列表)")
	Page<AttachmentResponse> list(Caller caller, @PathVariable UUID id) {
		List<AttachmentResponse> all = this.reading.list(caller, id).stream().map(this::shown).toList();
		return new Page<>(all, null, all.size(), null);
	}

	@GetMapping("/{attachmentId}")
	@RequiresPermission(Rights.READ)
	@Operation(summary = "What is known of a file (附件信息)")
	ResponseEntity<AttachmentResponse> one(Caller caller, @PathVariable UUID id, @PathVariable UUID attachmentId) {
		Attachment found = this.reading.one(caller, id, attachmentId);
		return ResponseEntity.ok().eTag(ETags.of(found.version())).body(shown(found));
	}

	@DeleteMapping("/{attachmentId}")
	@RequiresPermission(Rights.WRITE)
	@Operation(summary = "Remove a file of one's own side (移除附件)",
			description = "Only while the consultation is open. It is shown no longer, but kept.")
	@ApiResponse(responseCode = "204")
	@ApiResponse(responseCode = "403", description = "wrong-side")
	@ApiResponse(responseCode = "409", description = "attachments-closed")
	ResponseEntity<Void> remove(Caller caller, @PathVariable UUID id, @PathVariable UUID attachmentId,
			@RequestParam @NotBlank(message = "{field.not-blank}") @Size(max = 200,
					message = "{field.size}") String reason) {
		this.removing.remove(caller, id, attachmentId, reason);
		return ResponseEntity.noContent().build();
	}

	private AttachmentResponse shown(Attachment attachment) {
		return AttachmentResponse.of(attachment, this.cipher.decrypt(attachment.fileName()));
	}

}
