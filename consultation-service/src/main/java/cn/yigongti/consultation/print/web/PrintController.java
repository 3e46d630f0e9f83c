package cn.yigongti.consultation.print.web;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import cn.yigongti.consultation.consultation.Rights;
import cn.yigongti.consultation.print.PrintReport;
import cn.yigongti.patient.web.Unmasking;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Consultation reports", description = "会诊报告")
class PrintController {

	private final PrintReport printing;

	PrintController(PrintReport printing) {
		this.printing = printing;
	}

	@GetMapping("/api/v1/consultations/{id}/reports/{version}/pdf")
	@RequiresPermission(Rights.READ)
	@Operation(summary = "Print a version of the report (打印会诊报告)", description = """
			The patient is masked unless a caller with consultation:unmask says why. \
			A version that no longer holds says so on every page.""")
	@ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.APPLICATION_PDF_VALUE,
			schema = @Schema(type = "string", format = "binary")))
	ResponseEntity<byte[]> pdf(Caller caller, @PathVariable UUID id, @PathVariable int version,
			@RequestParam(defaultValue = "false") boolean unmask,
			@RequestParam(required = false) @Nullable String reason) {
		Unmasking.check(caller, PrintReport.UNMASK, unmask, reason);
		PrintReport.Printed printed = this.printing.print(caller, id, version, unmask, reason);
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.inline().filename(printed.fileName(), StandardCharsets.UTF_8).build().toString())
			.header("Content-Security-Policy", "default-src 'none'; sandbox")
			.body(printed.bytes());
	}

}
