package cn.yigongti.consultation.delivery.thirdparty;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import cn.yigongti.consultation.delivery.thirdparty.Outcome.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an answer means. A body is asked for little: if there is one it is a JSON object,
 * which names our delivery id or none. A page of HTML with status 200 comes from whoever
 * stands in between.
 */
class Answers {

	/** Of what begins with 4: what may be otherwise later. */
	private static final Set<Integer> PASSING = Set.of(401, 403, 408, 409, 423, 425, 429);

	private static final int CONFLICT = 409;

	private final JsonMapper json;

	private final Clock clock;

	Answers(JsonMapper json, Clock clock) {
		this.json = json;
		this.clock = clock;
	}

	Outcome read(int status, @Nullable String retryAfter, byte[] body, UUID deliveryId) {
		if (status / 100 == 2) {
			return success(body, deliveryId);
		}
		if (status == CONFLICT && names(body, deliveryId)) {
			return Outcome.of("duplicate", Kind.ACCEPTED);
		}
		boolean passing = status / 100 != 4 || PASSING.contains(status);
		return new Outcome("status-" + status, passing ? Kind.PASSING : Kind.REJECTED,
				(retryAfter != null) ? wait(retryAfter) : null);
	}

	private Outcome success(byte[] body, UUID deliveryId) {
		if (body.length == 0) {
			return Outcome.of("delivered", Kind.ACCEPTED);
		}
		Optional<JsonNode> receipt = receipt(body);
		if (receipt.isEmpty() || isOfAnother(receipt.get(), deliveryId)) {
			return Outcome.passing("unreadable-answer");
		}
		boolean duplicate = receipt.get().path("duplicate").asBoolean(false);
		return Outcome.of(duplicate ? "duplicate" : "delivered", Kind.ACCEPTED);
	}

	private static boolean isOfAnother(JsonNode receipt, UUID deliveryId) {
		String named = receipt.path("deliveryId").asString("");
		return !named.isEmpty() && !named.equalsIgnoreCase(deliveryId.toString());
	}

	private boolean names(byte[] body, UUID deliveryId) {
		return receipt(body)
			.filter((receipt) -> receipt.path("deliveryId").asString("").equalsIgnoreCase(deliveryId.toString()))
			.isPresent();
	}

	private Optional<JsonNode> receipt(byte[] body) {
		try {
			return Optional.ofNullable(this.json.readTree(body)).filter(JsonNode::isObject);
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	/** Seconds or a date (RFC 9110, 10.2.3); nothing when it is neither. */
	private @Nullable Duration wait(String retryAfter) {
		try {
			return retryAfter.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(retryAfter))
					: Duration.between(this.clock.instant(),
							ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
