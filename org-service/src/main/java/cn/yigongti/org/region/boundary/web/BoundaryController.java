package cn.yigongti.org.region.boundary.web;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.LongPredicate;

import cn.yigongti.org.region.boundary.Boundaries;
import cn.yigongti.org.region.boundary.Boundary;
import cn.yigongti.org.region.boundary.DrawBoundaries;
import cn.yigongti.org.region.boundary.FeatureCollectionReader;
import cn.yigongti.org.region.boundary.Included;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import cn.yigongti.platform.problem.NotFound;
import cn.yigongti.platform.version.ETags;
import cn.yigongti.platform.version.ExpectedVersion;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

@RestController
@RequestMapping("/api/v1/regions/{code}/boundaries")
@Tag(name = "Regions", description = "行政区划")
class BoundaryController {

	private static final String GEO_JSON = "application/geo+json";

	/** Maps are looked at often and drawn seldom. */
	private static final CacheControl FIVE_MINUTES = CacheControl.maxAge(Duration.ofMinutes(5))
		.cachePrivate()
		.mustRevalidate();

	private final Boundaries boundaries;

	private final DrawBoundaries drawing;

	private final JsonMapper json;

	BoundaryController(Boundaries boundaries, DrawBoundaries drawing, JsonMapper json) {
		this.boundaries = boundaries;
		this.drawing = drawing;
		this.json = json;
	}

	@GetMapping(produces = { GEO_JSON, MediaType.APPLICATION_JSON_VALUE })
	@RequiresPermission("region:read")
	@Operation(summary = "Read where a division and those directly below it lie (行政区划边界)")
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = GEO_JSON,
					schema = @Schema(implementation = FeatureCollectionResponse.class)))
	@ApiResponse(responseCode = "304", description = "unchanged", content = @Content)
	void read(@PathVariable String code, @RequestParam(defaultValue = "ALL") Included include, WebRequest request,
			HttpServletResponse response) throws IOException {
		response.setHeader(HttpHeaders.CACHE_CONTROL, FIVE_MINUTES.getHeaderValue());
		send(code, include, response, (tag) -> !request.checkNotModified(ETags.of(tag)));
	}

	@PutMapping(consumes = { GEO_JSON, MediaType.APPLICATION_JSON_VALUE },
			produces = { GEO_JSON, MediaType.APPLICATION_JSON_VALUE })
	@RequiresPermission("region:write")
	@Operation(summary = "Draw a division and divisions below it (维护行政区划边界); all of them or none",
			description = "Divisions that are not named stay as they are, or, with replace, lose their boundary when "
					+ "they lie below this one.",
			requestBody = @RequestBody(required = true, content = {
					@Content(mediaType = GEO_JSON, schema = @Schema(implementation = FeatureCollectionRequest.class)),
					@Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
							schema = @Schema(implementation = FeatureCollectionRequest.class)) }))
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = GEO_JSON,
					schema = @Schema(implementation = FeatureCollectionResponse.class)))
	@ApiResponse(responseCode = "412", description = "stale-version")
	@ApiResponse(responseCode = "413", description = "too-large: more than 16 MB")
	@ApiResponse(responseCode = "422", description = "invalid")
	void draw(Caller caller, @PathVariable String code, ExpectedVersion expected,
			@RequestParam(defaultValue = "false") boolean replace, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		this.drawing.requireAllowed(caller, code);
		this.drawing.draw(caller, code, expected, boundariesIn(request), replace);
		send(code, Included.ALL, response, (tag) -> {
			response.setHeader(HttpHeaders.ETAG, ETags.of(tag));
			return true;
		});
	}

	@DeleteMapping
	@RequiresPermission("region:write")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Take away the boundary of a division, but not those of divisions below it (删除行政区划边界)")
	@ApiResponse(responseCode = "204")
	void remove(Caller caller, @PathVariable String code) {
		this.drawing.remove(caller, code);
	}

	private static List<Boundary> boundariesIn(HttpServletRequest request) throws IOException {
		try {
			return FeatureCollectionReader.read(request.getInputStream());
		}
		catch (JacksonException ex) {
			throw new HttpMessageNotReadableException("GeoJSON", ex, new ServletServerHttpRequest(request));
		}
	}

	private void send(String code, Included included, HttpServletResponse response, LongPredicate wanted)
			throws IOException {
		try (Spool document = new Spool()) {
			FeatureCollectionWriter writer = new FeatureCollectionWriter(this.json, document, wanted);
			if (!this.boundaries.draw(code, included, writer)) {
				throw new NotFound("region", code);
			}
			writer.finish();
			if (response.getStatus() == HttpStatus.OK.value()) {
				response.setContentType(GEO_JSON);
				response.setContentLengthLong(document.length());
				document.sendTo(response.getOutputStream());
			}
		}
	}

}
