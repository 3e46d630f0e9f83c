package cn.yigongti.org.organizationimport.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import cn.yigongti.org.organizationimport.ImportFilter;
import cn.yigongti.org.organizationimport.ImportOptions;
import cn.yigongti.org.organizationimport.Imports;
import cn.yigongti.org.organizationimport.OrganizationImport;
import cn.yigongti.org.organizationimport.report.Template;
import cn.yigongti.org.organizationimport.report.WriteReport;
import cn.yigongti.org.organizationimport.row.ImportRow;
import cn.yigongti.org.organizationimport.row.ImportRows;
import cn.yigongti.org.organizationimport.sheet.SheetFormat;
import cn.yigongti.org.organizationimport.submission.Submission;
import cn.yigongti.org.organizationimport.submission.SubmitImport;
import cn.yigongti.org.organizationimport.submission.Submitted;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;
import cn.yigongti.platform.paging.Sorting;
import cn.yigongti.platform.problem.NotFound;
import cn.yigongti.platform.problem.ProblemException;
import cn.yigongti.platform.version.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/organization-imports")
@Tag(name = "Organization imports", description = "机构导入")
class OrganizationImportController {

	private static final String KEY = "Idempotency-Key";

	private final SubmitImport submission;

	private final Imports imports;

	private final ImportRows rows;

	private final WriteReport report;

	private final Template template;

	private final ImportResponses responses;

	OrganizationImportController(SubmitImport submission, Imports imports, ImportRows rows, WriteReport report,
			Template template, ImportResponses responses) {
		this.submission = submission;
		this.imports = imports;
		this.rows = rows;
		this.report = report;
		this.template = template;
		this.responses = responses;
	}

	@PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@RequiresPermission(Imports.PERMISSION)
	@Operation(summary = "Import organizations from a file (导入机构)", description = """
			CSV (UTF-8 or GB18030; comma, semicolon or tab) or XLSX, with the columns of the template. \
			All rows are applied or none, unless `partial`; with `dryRun` none are, and the rows say what would be. \
			The file is taken in at once and run in the background. Rows are registered where the caller \
			may register organizations.""")
	@ApiResponse(responseCode = "202", description = "Taken in; ask `Location` how far it has come")
	@ApiResponse(responseCode = "409", description = "request-in-progress")
	@ApiResponse(responseCode = "413", description = "too-large")
	@ApiResponse(responseCode = "415", description = "unsupported-file")
	@ApiResponse(responseCode = "422",
			description = "invalid-header, formula, macro-file, embedded-content, encrypted-file, unreadable-file, "
					+ "inflates-too-much, encoding-unknown, empty-file or idempotency-key-reused")
	ResponseEntity<ImportResponse> submit(Caller caller, @RequestPart MultipartFile file,
			@RequestParam(defaultValue = "false") boolean partial, @RequestParam(defaultValue = "false") boolean dryRun,
			@RequestHeader(name = KEY, required = false) @Pattern(regexp = "[\\x21-\\x7e]{1,255}",
					message = "{field.idempotency-key}") @Parameter(hidden = true) @Nullable String key)
			throws IOException {
		Submission request = new Submission(FileName.of(file), new ImportOptions(partial, dryRun), key);
		try (InputStream content = file.getInputStream()) {
			Submitted submitted = this.submission.submit(caller, request, content);
			ResponseEntity.BodyBuilder answer = ResponseEntity.accepted()
				.location(URI.create("/api/v1/organization-imports/" + submitted.submitted().id()));
			if (submitted.replayed()) {
				answer.header("Idempotent-Replay", "true");
			}
			return answer.body(this.responses.of(submitted.submitted()));
		}
	}

	@GetMapping
	@RequiresPermission(Imports.PERMISSION)
	@Operation(summary = "List imports (导入记录)", description = "One's own; all with a grant for everything.")
	Page<ImportResponse> list(Caller caller, @ParameterObject @Valid ImportFilter filter,
			@Sorting(fields = "createdAt", byDefault = "-createdAt") Paging paging) {
		return this.imports.list(caller, filter, paging).map(this.responses::of);
	}

	@GetMapping("/{id}")
	@RequiresPermission(Imports.PERMISSION)
	@Operation(summary = "See how far an import has come (导入进度)")
	ResponseEntity<ImportResponse> read(Caller caller, @PathVariable UUID id) {
		OrganizationImport found = find(caller, id);
		return ResponseEntity.ok().eTag(ETags.of(found.version())).body(this.responses.of(found));
	}

	@GetMapping("/{id}/rows")
	@RequiresPermission(Imports.PERMISSION)
	@Operation(summary = "List the rows of an import with what became of them (导入明细)")
	@ApiResponse(responseCode = "200")
	@ApiResponse(responseCode = "410", description = "content-deleted")
	Page<RowResponse> rows(Caller caller, @PathVariable UUID id, @ParameterObject @Valid RowFilter filter,
			@Sorting(fields = "line", byDefault = "line") Paging paging) {
		Page<ImportRow> page = this.rows.list(id, Imports.visibleTo(caller), filter.outcome(), paging);
		if (page.items().isEmpty()) {
			requireKept(find(caller, id));
		}
		return page.map(this.responses::of);
	}

	@GetMapping("/{id}/report")
	@RequiresPermission(Imports.PERMISSION)
	@Operation(summary = "Download the file with what became of each row (导入结果文件)", description = """
			In the format that was handed in, with the columns 结果 and 原因. \
			It may be corrected and handed in again.""")
	@ApiResponse(responseCode = "200",
			content = { @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
					@Content(mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
							schema = @Schema(type = "string", format = "binary")) })
	@ApiResponse(responseCode = "409", description = "report-not-available")
	@ApiResponse(responseCode = "410", description = "content-deleted")
	void report(Caller caller, @PathVariable UUID id, HttpServletResponse response) throws IOException {
		OrganizationImport found = find(caller, id);
		requireKept(found);
		if (!found.hasReport()) {
			throw new ProblemException(HttpStatus.CONFLICT, "report-not-available");
		}
		download(response, found.dialect().format(), FileName.ofReport(found));
		this.report.write(found, response.getOutputStream());
	}

	@GetMapping("/template")
	@RequiresPermission(Imports.PERMISSION)
	@Operation(summary = "Download an empty file to fill in (下载导入模板)")
	@ApiResponse(responseCode = "200",
			content = { @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
					@Content(mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
							schema = @Schema(type = "string", format = "binary")) })
	void template(@RequestParam(defaultValue = "xlsx") @Pattern(regexp = "xlsx|csv",
			message = "{field.sheet-format}") String format, HttpServletResponse response) throws IOException {
		SheetFormat wanted = format.equals("csv") ? SheetFormat.CSV : SheetFormat.XLSX;
		download(response, wanted, "机构导入模板." + format);
		this.template.write(wanted, response.getOutputStream());
	}

	private OrganizationImport find(Caller caller, UUID id) {
		return this.imports.find(caller, id).orElseThrow(() -> new NotFound("organization import", id));
	}

	private static void requireKept(OrganizationImport found) {
		if (found.forgottenAt() != null) {
			throw new ProblemException(HttpStatus.GONE, "content-deleted");
		}
	}

	private static void download(HttpServletResponse response, SheetFormat format, String name) {
		response.setContentType(format.mediaType());
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
	}

}
