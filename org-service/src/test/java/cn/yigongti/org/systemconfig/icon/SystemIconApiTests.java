package cn.yigongti.org.systemconfig.icon;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import cn.yigongti.org.Api;
import cn.yigongti.org.Api.Answer;
import cn.yigongti.org.systemconfig.icon.image.png.Pngs;
import cn.yigongti.platform.test.ServiceTest;
import cn.yigongti.platform.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.core.io.InputStreamResource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A hospital that leads a consortium, with a centre and a clinic below that centre. */
@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class SystemIconApiTests {

	private static final String READ = "system-config:read";

	private static final String WRITE = "system-config:write";

	private static final String PNG = "image/png";

	private static final String SVG = "image/svg+xml";

	private static final byte[] DRAWING = svg("<circle r='9'/>");

	private static final byte[] BITMAP = Pngs.drawn(16, 12);

	private final RestTestClient http;

	private final JdbcClient jdbc;

	private final Api register;

	private final Api caller;

	private final String county = Api.newCounty();

	private UUID hospital = UUID.randomUUID();

	SystemIconApiTests(RestTestClient http, JdbcClient jdbc) {
		this.http = http;
		this.jdbc = jdbc;
		this.register = Api.administrator(http);
		this.caller = Api.of(http, TestTokens.user().mayEverywhere(READ, WRITE));
	}

	@BeforeEach
	void register() {
		this.hospital = this.register.hospital(this.county);
	}

	private static byte[] svg(String content) {
		return ("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 32'>" + content + "</svg>")
			.getBytes(StandardCharsets.UTF_8);
	}

	private static String path(UUID organization) {
		return "/organizations/" + organization + "/system-config/icon";
	}

	private Answer put(Api api, UUID organization, String type, Object body, String... headers) {
		RestTestClient.RequestBodySpec request = this.http.put()
			.uri("/api/v1" + path(organization))
			.header("Authorization", api.bearer())
			.contentType(MediaType.valueOf(type));
		for (int i = 0; i < headers.length; i += 2) {
			request.header(headers[i], headers[i + 1]);
		}
		var result = request.body(body).exchange().returnResult(String.class);
		return new Answer(result.getStatus().value(), result.getResponseHeaders(), result.getResponseBody());
	}

	private Answer put(byte[] image, String... headers) {
		return put(this.caller, this.hospital, SVG, image, headers);
	}

	private Answer get(String query) {
		return this.caller.get(path(this.hospital) + query);
	}

	@Test
	void takesADrawingAndShowsItToBrowsersSafely() {
		Answer created = put(DRAWING);
		JsonNode icon = created.expect(201);
		assertThat(created.headers().getLocation()).hasToString(icon.path("iconUrl").asString());
		assertThat(created.etag()).isEqualTo("\"" + icon.path("contentHash").asString() + "\"");
		assertThat(icon.path("mediaType").asString()).isEqualTo(SVG);
		assertThat(icon.path("width").asInt()).isEqualTo(24);
		assertThat(icon.path("height").asInt()).isEqualTo(32);
		Answer shown = this.caller.get(icon.path("iconUrl").asString().replace("/api/v1", ""));
		assertThat(shown.status()).isEqualTo(200);
		assertThat(shown.text()).isEqualTo("<svg xmlns=\"http://www.w3.org/2000/svg\" "
				+ "xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 24 32\"><circle r=\"9\"></circle></svg>");
		assertThat(shown.text()).hasSize(icon.path("size").asInt());
		assertThat(shown.headers().toSingleValueMap()).containsEntry("Content-Type", SVG)
			.containsEntry("X-Content-Type-Options", "nosniff")
			.containsEntry("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
			.containsEntry("Content-Disposition", "inline; filename=\"icon.svg\"");
		assertThat(shown.headers().get("X-Content-Type-Options")).hasSize(1);
	}

	@Test
	void takesABitmap() {
		JsonNode icon = put(this.caller, this.hospital, PNG, BITMAP).expect(201);
		assertThat(icon.path("mediaType").asString()).isEqualTo(PNG);
		assertThat(icon.path("width").asInt()).isEqualTo(16);
		byte[] shown = this.caller.download(path(this.hospital));
		assertThat(shown).startsWith(BITMAP[0], 'P', 'N', 'G').hasSize(icon.path("size").asInt());
		assertThat(get("").headers().getFirst("Content-Disposition")).isEqualTo("inline; filename=\"icon.png\"");
	}

	@Test
	void believesTheContentAndNotItsSender() {
		assertThat(put(this.caller, this.hospital, SVG, BITMAP).expect(201).path("mediaType").asString())
			.isEqualTo(PNG);
		assertThat(get("").headers().getFirst("Content-Type")).isEqualTo(PNG);
	}

	@Test
	void mayBeKeptForGoodUnderTheAddressOfItsContent() {
		String hash = put(DRAWING).expect(201).path("contentHash").asString();
		assertThat(get("?v=" + hash).headers().getCacheControl()).contains("private", "max-age=31536000", "immutable");
		for (String query : List.of("", "?v=", "?v=" + "0".repeat(64))) {
			assertThat(get(query).headers().getCacheControl()).as(query)
				.contains("private", "no-cache")
				.doesNotContain("max-age");
		}
		get("?w=1").expect(400, "unknown-parameter");
	}

	@Test
	void isSentAgainOnlyWhenItHasChanged() {
		Answer created = put(DRAWING);
		Answer same = this.caller.get(path(this.hospital), "If-None-Match", created.etag());
		assertThat(same.status()).isEqualTo(304);
		assertThat(same.text()).isNull();
		assertThat(same.headers().getCacheControl()).contains("no-cache");
		put(BITMAP, "If-Match", created.etag()).expect(200);
		assertThat(this.caller.get(path(this.hospital), "If-None-Match", created.etag()).status()).isEqualTo(200);
	}

	@Test
	void isReplacedOnlyByWhoeverKnowsWhatItWas() {
		put(DRAWING, "If-Match", "\"0\"").expect(412, "stale-version");
		Answer created = put(DRAWING, "If-None-Match", "*");
		created.expect(201);
		put(BITMAP).expect(428, "version-required");
		put(BITMAP, "If-None-Match", "*").expect(412, "stale-version");
		put(BITMAP, "If-Match", "\"0\"").expect(412, "stale-version");
		Answer replaced = put(BITMAP, "If-Match", created.etag());
		replaced.expect(200);
		put(DRAWING, "If-Match", created.etag()).expect(412, "stale-version");
		put(DRAWING, "If-Match", "*").expect(200);
	}

	@Test
	void isTheSameWhenTheSameIsSentAgain() {
		Answer created = put(DRAWING);
		Answer again = put(DRAWING, "If-Match", created.etag());
		assertThat(again.expect(200)).isEqualTo(created.expect(201));
		assertThat(again.etag()).isEqualTo(created.etag());
		assertThat(trail()).containsExactly("system-icon:replace");
	}

	@Test
	void isTakenAway() {
		Answer created = put(DRAWING);
		this.caller.delete(path(this.hospital)).expect(428, "version-required");
		this.caller.delete(path(this.hospital), "\"0\"").expect(412, "stale-version");
		assertThat(this.caller.delete(path(this.hospital), created.etag()).status()).isEqualTo(204);
		get("").expect(404, "not-found");
		this.caller.delete(path(this.hospital), "*").expect(404, "not-found");
		put(BITMAP).expect(201);
		assertThat(trail()).containsExactly("system-icon:replace", "system-icon:remove", "system-icon:replace");
	}

	private List<String> trail() {
		return this.jdbc
			.sql("select action from audit_event where resource_id = :id and resource = 'system-icon' order by id")
			.param("id", this.hospital.toString())
			.query(String.class)
			.list();
	}

	@Test
	void isCreatedByOneOfManyAtOnce() throws Exception {
		List<byte[]> images = Stream.of("1", "2", "3", "4", "5", "6")
			.map((r) -> svg("<circle r='" + r + "'/>"))
			.toList();
		try (ExecutorService threads = Executors.newFixedThreadPool(images.size())) {
			List<Callable<Integer>> puts = images.stream()
				.<Callable<Integer>>map((image) -> () -> put(image, "If-None-Match", "*").status())
				.toList();
			List<Integer> statuses = threads.invokeAll(puts).stream().map(Future::resultNow).sorted().toList();
			assertThat(statuses).containsExactly(201, 412, 412, 412, 412, 412);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "image/jpeg", "image/gif", "text/html", "application/json", "application/octet-stream" })
	void refusesOtherTypes(String type) {
		put(this.caller, this.hospital, type, DRAWING).expect(415, "unsupported-media-type");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			<script>x</script> | svg-forbidden-element  | script
			<g onload=''/>     | svg-event-handler      | onload
			<use href='//e'/>  | svg-external-reference | href""")
	void saysWhatIsWrong(String content, String code, String name) {
		JsonNode problem = put(svg("\n" + content)).expect(422, code);
		assertThat(problem.path("line").asInt()).isEqualTo(2);
		assertThat(problem.path("name").asString()).isEqualTo(name);
		assertThat(problem.path("detail").asString()).contains("第 2 行", name);
		get("").expect(404, "not-found");
	}

	@Test
	void refusesWhatIsNoImage() {
		put(new byte[0]).expect(415, "unsupported-image");
		put("<html><body/></html>".getBytes(StandardCharsets.UTF_8)).expect(415, "unsupported-image");
		put("GIF89a".getBytes(StandardCharsets.UTF_8)).expect(415, "unsupported-image");
		assertThat(put(svg("<g>")).expect(422, "svg-malformed").path("detail").asString()).contains("第 1 行");
		put(Arrays.copyOf(BITMAP, 40)).expect(422, "png-broken");
		put(Pngs.drawn(1025, 1)).expect(422, "png-too-large");
	}

	@Test
	void readsNoMoreThanAnIconMayHave() {
		byte[] padding = new byte[256 * 1024];
		Arrays.fill(padding, (byte) ' ');
		byte[] fits = padding.clone();
		System.arraycopy(DRAWING, 0, fits, 0, DRAWING.length);
		put(fits).expect(201);
		byte[] exceeds = Arrays.copyOf(fits, fits.length + 1);
		put(exceeds, "If-Match", "*").expect(413, "too-large");
		InputStreamResource unannounced = new InputStreamResource(new ByteArrayInputStream(exceeds)) {
			@Override
			public long contentLength() {
				return -1;
			}
		};
		put(this.caller, this.hospital, PNG, unannounced, "If-Match", "*").expect(413, "too-large");
	}

	@Test
	void isChangedOnlyByWhoReachesTheOrganization() {
		UUID other = this.register.hospital(Api.newCounty());
		put(this.caller, other, SVG, DRAWING).expect(201);
		Api local = Api.of(this.http, TestTokens.user().mayInOrganization(this.hospital, READ, WRITE));
		put(local, this.hospital, SVG, DRAWING).expect(201);
		put(local, other, SVG, new byte[0], "If-Match", "*").expect(404, "not-found");
		local.delete(path(other), "*").expect(404, "not-found");
		local.get(path(other)).expect(404, "not-found");
		Api reader = Api.of(this.http, TestTokens.user().mayInOrganization(this.hospital, READ));
		put(reader, this.hospital, SVG, BITMAP, "If-Match", "*").expect(403, "permission-missing");
		reader.delete(path(this.hospital), "*").expect(403, "permission-missing");
		Api writesElsewhere = Api.of(this.http,
				TestTokens.user().mayInOrganization(this.hospital, READ).mayInOrganization(other, WRITE));
		put(writesElsewhere, this.hospital, SVG, BITMAP, "If-Match", "*").expect(404, "not-found");
		put(this.caller, UUID.randomUUID(), SVG, DRAWING).expect(404, "not-found");
		this.caller.get("/organizations/x/system-config/icon").expect(404, "not-found");
	}

	@Test
	void isShownToWhoeverReachesAnOrganizationThatInheritsIt() {
		UUID centre = this.register.townshipCentre(this.county, "102");
		UUID clinic = this.register.clinic(this.county + "102201", centre);
		UUID consortium = this.register.consortium(this.county, this.hospital);
		this.register.join(consortium, centre, "2024-01-01").expect(201);
		put(DRAWING).expect(201);
		put(this.caller, centre, SVG, DRAWING).expect(201);
		put(this.caller, clinic, SVG, DRAWING).expect(201);
		assertThat(statuses(TestTokens.user().mayInOrganization(clinic, READ), this.hospital, centre, clinic))
			.containsExactly(404, 200, 200);
		assertThat(statuses(TestTokens.user().mayInOrganization(centre, READ), this.hospital, centre, clinic))
			.containsExactly(200, 200, 404);
		assertThat(statuses(TestTokens.user().mayInOrganization(this.hospital, READ), this.hospital, centre, clinic))
			.containsExactly(200, 404, 404);
		assertThat(statuses(TestTokens.user().mayInConsortium(consortium, READ), this.hospital, centre, clinic))
			.containsExactly(200, 200, 404);
		assertThat(statuses(TestTokens.user().mayInRegion(this.county + "102", READ), this.hospital, centre, clinic))
			.containsExactly(200, 200, 200);
		assertThat(statuses(TestTokens.user().mayInRegion(this.county + "103", READ), this.hospital, centre, clinic))
			.containsExactly(404, 404, 404);
	}

	@Test
	void isNoLongerShownToThoseWhoHaveLeft() {
		UUID centre = this.register.townshipCentre(this.county, "102");
		UUID consortium = this.register.consortium(this.county, this.hospital);
		this.register.join(consortium, centre, "2024-01-01").expect(201);
		put(DRAWING).expect(201);
		TestTokens staff = TestTokens.user().mayInOrganization(centre, READ);
		assertThat(statuses(staff, this.hospital)).containsExactly(200);
		this.register.delete("/consortia/" + consortium + "/members/" + centre + "?leftOn=" + LocalDate.of(2025, 1, 1));
		assertThat(statuses(staff, this.hospital)).containsExactly(404);
	}

	private List<Integer> statuses(TestTokens token, UUID... organizations) {
		Api api = Api.of(this.http, token);
		return Stream.of(organizations).map((organization) -> api.get(path(organization)).status()).toList();
	}

	@Test
	void tellsProblemsAlsoToThoseWhoWantAnImage() {
		Answer missing = this.caller.get(path(this.hospital), "Accept", "image/*");
		missing.expect(404, "not-found");
		put(DRAWING).expect(201);
		assertThat(this.caller.get(path(this.hospital), "Accept", "image/avif,image/*;q=0.8").status()).isEqualTo(200);
		this.caller.get(path(this.hospital), "Accept", "text/html").expect(406, "not-acceptable");
	}

	@Test
	void outdatesWhatIsCachedOfConfigurations() {
		assertThat(this.jdbc.sql("""
				select tgname from pg_trigger where tgrelid = 'system_icon'::regclass and not tgisinternal""")
			.query(String.class)
			.list()).containsExactly("system_icon_outdates");
		assertThat(put(DRAWING).json().path("contentHash").asString())
			.isEqualTo(this.jdbc.sql("select content_hash from system_icon where organization_id = :id")
				.params(Map.of("id", this.hospital))
				.query(String.class)
				.single());
	}

}
