package cn.yigongti.org.systemconfig.icon.web;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;

import cn.yigongti.org.systemconfig.icon.ChangeIcon;
import cn.yigongti.org.systemconfig.icon.SystemIcon;
import cn.yigongti.org.systemconfig.icon.SystemIcons;
import cn.yigongti.org.systemconfig.icon.image.Image;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import cn.yigongti.platform.problem.NotFound;
import cn.yigongti.platform.version.ETags;
import cn.yigongti.platform.version.ExpectedVersion;
import cn.yigongti.platform.version.Precondition;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/organizations/{id}/system-config/icon")
@Tag(name = "System configurations", description = "机构系统配置")
class SystemIconController {

	private static final String PNG = MediaType.IMAGE_PNG_VALUE;

	private static final String SVG = "image/svg+xml";

	private static final CacheControl FOR_GOOD = CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

	private static final CacheControl IF_UNCHANGED = CacheControl.noCache().cachePrivate();

	/**
	 * Opened on its own, a drawing is a page of our origin; it is to be the dullest one.
	 */
	private static final String DRAWS_AND_NOTHING_ELSE = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

	private final SystemIcons icons;

	private final ChangeIcon changes;

	SystemIconController(SystemIcons icons, ChangeIcon changes) {
		this.icons = icons;
		this.changes = changes;
	}

	@GetMapping(produces = { PNG, SVG })
	@RequiresPermission("system-config:read")
	@Operation(summary = "Read the icon an organization has of its own (机构图标)",
			description = "May be read by whoever may read the configuration of an organization that shows it. "
					+ "With the hash of the content in v, as in iconUrl, it may be kept for good.")
	@ApiResponse(responseCode = "200",
			content = { @Content(mediaType = PNG, schema = @Schema(type = "string", format = "binary")),
					@Content(mediaType = SVG, schema = @Schema(type = "string", format = "binary")) })
	@ApiResponse(responseCode = "304", description = "unchanged", content = @Content)
	ResponseEntity<byte[]> read(Caller caller, @PathVariable UUID id,
			@RequestParam(required = false) @Size(max = 64) @Nullable String v) {
		SystemIcon icon = this.icons.find(caller, id).orElseThrow(() -> new NotFound("system-icon", id));
		ContentDisposition name = ContentDisposition.inline()
			.filename("icon." + icon.image().format().extension())
			.build();
		return ResponseEntity.ok()
			.eTag(ETags.of(icon.contentHash()))
			.cacheControl(icon.contentHash().equals(v) ? FOR_GOOD : IF_UNCHANGED)
			.contentType(MediaType.valueOf(icon.image().format().mediaType()))
			.header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
			.header("Content-Security-Policy", DRAWS_AND_NOTHING_ELSE)
			.header("X-Content-Type-Options", "nosniff")
			.body(icon.image().content());
	}

	@PutMapping(consumes = { PNG, SVG }, produces = MediaType.APPLICATION_JSON_VALUE)
	@RequiresPermission("system-config:write")
	@Operation(summary = "Give an organization an icon (设置机构图标)", description = """
			PNG up to 1024 × 1024 pixels, or SVG; 256 KiB. What it is is decided by its content. \
			It is written anew: of a PNG the pixels are kept, of an SVG what draws. An SVG that does anything else \
			is refused, not mended.""",
			requestBody = @RequestBody(required = true,
					content = { @Content(mediaType = PNG, schema = @Schema(type = "string", format = "binary")),
							@Content(mediaType = SVG, schema = @Schema(type = "string", format = "binary")) }))
	@ApiResponse(responseCode = "200", description = "replaced")
	@ApiResponse(responseCode = "201", description = "created",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = SystemIconResponse.class)))
	@ApiResponse(responseCode = "412", description = "stale-version")
	@ApiResponse(responseCode = "413", description = "too-large: more than 256 KiB")
	@ApiResponse(responseCode = "415", description = "unsupported-media-type or unsupported-image")
	@ApiResponse(responseCode = "422",
			description = "image-too-intricate, png-broken, png-too-large, png-animated, png-trailing-data, "
					+ "svg-not-utf8, svg-malformed, svg-doctype, svg-processing-instruction, svg-forbidden-element, "
					+ "svg-event-handler, svg-external-reference, svg-forbidden-style or svg-too-complex")
	@ApiResponse(responseCode = "428", description = "version-required")
	ResponseEntity<SystemIconResponse> replace(Caller caller, @PathVariable UUID id, Precondition precondition,
			HttpServletRequest request) throws IOException {
		this.changes.requireAllowed(caller, id);
		Image image = ChangeIcon.read(request.getInputStream().readAllBytes());
		boolean created = this.changes.replace(caller, id, precondition, image);
		SystemIconResponse answer = SystemIconResponse.of(id, image);
		return (created ? ResponseEntity.created(URI.create(answer.iconUrl())) : ResponseEntity.ok())
			.eTag(ETags.of(image.hash()))
			.body(answer);
	}

	@DeleteMapping
	@RequiresPermission("system-config:write")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Take the icon of an organization away, so that it inherits one (删除机构图标)")
	@ApiResponse(responseCode = "204")
	@ApiResponse(responseCode = "412", description = "stale-version")
	@ApiResponse(responseCode = "428", description = "version-required")
	void remove(Caller caller, @PathVariable UUID id, ExpectedVersion expected) {
		this.changes.remove(caller, id, expected);
	}

}
