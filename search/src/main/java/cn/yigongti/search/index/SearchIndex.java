package cn.yigongti.search.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import org.springframework.core.io.Resource;
import org.springframework.util.DigestUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Declares a projection, as a bean.
 *
 * @param name of the index, and in {@code search_change}; unique within the service
 * @param mapping of its fields, as Elasticsearch wants it: strict, so that nothing gets
 * in that wasn't thought of. The field {@code id} is added.
 */
public record SearchIndex(String name, JsonNode mapping, SearchDocuments documents) {

	/** In each document, to make every order total. */
	public static final String ID = "id";

	private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*");

	public SearchIndex {
		if (!NAME.matcher(name).matches()) {
			throw new IllegalArgumentException("'" + name + "' is no name for an index");
		}
		if (!mapping.path("dynamic").asString("").equals("strict")) {
			throw new IllegalArgumentException("the mapping of " + name + " is not strict");
		}
		mapping = withId(mapping);
	}

	/**
	 * Reads the mapping.
	 * @param mapping JSON on the class path, such as {@code search/notes.json}
	 */
	public static SearchIndex of(String name, Resource mapping, SearchDocuments documents) {
		try (InputStream json = mapping.getInputStream()) {
			return new SearchIndex(name, JsonMapper.shared().readTree(json), documents);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Changes with the mapping, and an index that has another must be built anew. */
	public String fingerprint() {
		return DigestUtils.md5DigestAsHex(this.mapping.toString().getBytes(StandardCharsets.UTF_8));
	}

	private static JsonNode withId(JsonNode mapping) {
		ObjectNode complete = (ObjectNode) mapping.deepCopy();
		complete.withObjectProperty("properties").putObject(ID).put("type", "keyword");
		return complete;
	}

}
