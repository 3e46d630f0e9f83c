package cn.yigongti.cloudhis.probe;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import cn.yigongti.cloudhis.probe.Failure.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code GET /api/users?page=0&size=1} has to answer: UTF-8, JSON, and in it
 * {@code content} with at most one user, {@code totalElements} and {@code last}. Of a
 * user there must be {@code userId}, {@code loginName}, {@code name}, {@code orgCode},
 * {@code staffType} and {@code enabled}; the others may be left out.
 */
final class PageContract {

	private static final Set<String> STAFF_TYPES = Set.of("DOCTOR", "NURSE", "TECHNICIAN", "PHARMACIST",
			"VILLAGE_DOCTOR", "ADMIN", "OTHER");

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private static final List<Field> PAGE = List.of(
			new Field("content", true, (content) -> content.isArray() && content.size() <= 1),
			new Field("totalElements", true, (total) -> total.isIntegralNumber() && total.asLong(-1) >= 0),
			new Field("last", true, JsonNode::isBoolean));

	private static final List<Field> USER = List.of(new Field("userId", true, PageContract::isText),
			new Field("loginName", true, PageContract::isText), new Field("name", true, PageContract::isText),
			new Field("orgCode", true, PageContract::isText),
			new Field("staffType", true, (type) -> STAFF_TYPES.contains(type.asString(""))),
			new Field("enabled", true, JsonNode::isBoolean), new Field("gender", false, JsonNode::isString),
			new Field("mobile", false, JsonNode::isString), new Field("deptCode", false, JsonNode::isString),
			new Field("deptName", false, JsonNode::isString), new Field("title", false, JsonNode::isString),
			new Field("updatedAt", false, PageContract::isInstant));

	private record Field(String name, boolean required, Predicate<JsonNode> rule) {

		Optional<Failure> failureIn(JsonNode object, String path) {
			JsonNode value = object.path(this.name);
			String pointer = path + "/" + this.name;
			if (value.isMissingNode() || value.isNull()) {
				return this.required ? Optional.of(new Failure(Kind.CONTRACT, "field-missing", pointer))
						: Optional.empty();
			}
			return this.rule.test(value) ? Optional.empty()
					: Optional.of(new Failure(Kind.CONTRACT, "field-wrong", pointer));
		}

	}

	private PageContract() {
	}

	/** The first thing in which an answer differs, if it does. */
	static Optional<Failure> failureIn(byte[] answer) {
		try {
			JsonNode page = JSON
				.readTree(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(answer)).toString());
			return page.isObject() ? failureIn(page) : Optional.of(Failure.of(Kind.CONTRACT, "not-json"));
		}
		catch (CharacterCodingException ex) {
			return Optional.of(Failure.of(Kind.CONTRACT, "not-utf-8"));
		}
		catch (JacksonException ex) {
			return Optional.of(Failure.of(Kind.CONTRACT, "not-json"));
		}
	}

	private static Optional<Failure> failureIn(JsonNode page) {
		return first(PAGE, page, "").or(() -> page.path("content").isEmpty() ? Optional.empty()
				: first(USER, page.path("content").path(0), "/content/0"));
	}

	private static Optional<Failure> first(List<Field> fields, JsonNode object, String path) {
		return fields.stream().flatMap((field) -> field.failureIn(object, path).stream()).findFirst();
	}

	private static boolean isText(JsonNode value) {
		return value.isString() && !value.asString().isBlank();
	}

	private static boolean isInstant(JsonNode value) {
		try {
			Instant.parse(value.asString(""));
			return true;
		}
		catch (DateTimeParseException ex) {
			return false;
		}
	}

}
