package cn.yigongti.platform.version;

import java.util.Set;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageNotReadableException;

/**
 * A change by RFC 7396: members given replace, {@code null} removes, what is absent
 * stays.
 */
public final class MergePatch {

	private final JsonNode patch;

	private final JsonMapper json;

	private final Validator validator;

	private final HttpInputMessage input;

	MergePatch(JsonNode patch, JsonMapper json, Validator validator, HttpInputMessage input) {
		this.patch = patch;
		this.json = json;
		this.validator = validator;
		this.input = input;
	}

	/**
	 * Applies the patch to the request that would make the resource what it is now.
	 * @return the patched request, valid
	 * @throws HttpMessageNotReadableException when a member is unknown or of the wrong
	 * type
	 * @throws ConstraintViolationException when the result is invalid
	 */
	public <T> T applyTo(T current, Class<T> type) {
		try {
			T patched = this.json.treeToValue(merge(this.json.valueToTree(current), this.patch), type);
			Set<ConstraintViolation<T>> violations = this.validator.validate(patched);
			if (!violations.isEmpty()) {
				throw new ConstraintViolationException(violations);
			}
			return patched;
		}
		catch (JacksonException ex) {
			throw new HttpMessageNotReadableException("merge patch", ex, this.input);
		}
	}

	private JsonNode merge(JsonNode target, JsonNode change) {
		if (!(change instanceof ObjectNode members)) {
			return change;
		}
		ObjectNode merged = (target instanceof ObjectNode object) ? object : this.json.createObjectNode();
		members.forEachEntry((name, value) -> {
			if (value.isNull()) {
				merged.remove(name);
			}
			else {
				merged.set(name, merge(merged.path(name), value));
			}
		});
		return merged;
	}

}
