package cn.yigongti.platform.web;

import java.util.Arrays;

import cn.yigongti.platform.caller.PublicOperation;
import cn.yigongti.platform.caller.RequiresPermission;
import cn.yigongti.platform.paging.Paging;
import cn.yigongti.platform.paging.Sorting;
import cn.yigongti.platform.version.ExpectedVersion;
import cn.yigongti.platform.version.MergePatch;
import cn.yigongti.platform.version.Precondition;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/**
 * Writes into the OpenAPI document what all operations have in common and springdoc can't
 * see.
 */
class OpenApiConventions implements OperationCustomizer {

	static final String PROBLEM = "Problem";

	@Override
	public Operation customize(Operation operation, HandlerMethod method) {
		RequiresPermission permission = method.getMethodAnnotation(RequiresPermission.class);
		if (permission != null) {
			operation.addExtension("x-permission", permission.value());
		}
		if (method.hasMethodAnnotation(PublicOperation.class)) {
			operation.setSecurity(List.of());
		}
		for (MethodParameter parameter : method.getMethodParameters()) {
			describe(operation, parameter);
		}
		refusals(operation);
		if (method.hasMethodAnnotation(PostMapping.class)) {
			add(operation, header("Idempotency-Key", "Makes the request safe to send again for 24 hours.", false));
		}
		return operation;
	}

	/**
	 * Whatever goes wrong is told as a problem, whether the operation lists it or not.
	 */
	private static void refusals(Operation operation) {
		Content problem = new Content().addMediaType("application/problem+json",
				new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)));
		ApiResponses responses = operation.getResponses();
		responses.forEach((status, response) -> {
			if (status.startsWith("4")) {
				response.setContent(problem);
			}
		});
		responses.addApiResponse("default", new ApiResponse().description("Refused or failed").content(problem));
	}

	/** RFC 9457 with our members. */
	static Schema<?> problemSchema() {
		Schema<?> field = new ObjectSchema().addProperty("pointer", new StringSchema())
			.addProperty("code", new StringSchema())
			.addProperty("detail", new StringSchema());
		return new ObjectSchema().addProperty("type", new StringSchema())
			.addProperty("title", new StringSchema())
			.addProperty("status", new IntegerSchema())
			.addProperty("detail", new StringSchema())
			.addProperty("instance", new StringSchema())
			.addProperty("code", new StringSchema().description("Stable, kebab-case"))
			.addProperty("traceId", new StringSchema())
			.addProperty("errors", new ArraySchema().items(field));
	}

	private static void describe(Operation operation, MethodParameter parameter) {
		Class<?> type = parameter.getParameterType();
		Sorting sorting = parameter.getParameterAnnotation(Sorting.class);
		if (type == Paging.class && sorting != null) {
			IntegerSchema limit = new IntegerSchema();
			limit.minimum(java.math.BigDecimal.ONE).maximum(java.math.BigDecimal.valueOf(Paging.MAX_LIMIT));
			limit.setDefault(Paging.DEFAULT_LIMIT);
			add(operation, new Parameter().in("query").name("limit").schema(limit));
			add(operation, query("cursor", "nextCursor of the page before."));
			add(operation, query("sort", "Comma-separated, - for descending. Fields: "
					+ String.join(", ", Arrays.asList(sorting.fields())) + ". Default " + sorting.byDefault() + "."));
		}
		else if (type == ExpectedVersion.class) {
			add(operation, header("If-Match", "ETag of the version the change is based on.", true));
		}
		else if (type == Precondition.class) {
			add(operation, header("If-Match", "ETag of the version that is replaced; not when it is created.", false));
			add(operation, header("If-None-Match", "* to create it and never replace it.", false));
		}
		else if (type == MergePatch.class) {
			operation.setRequestBody(new RequestBody().required(true)
				.content(new Content().addMediaType("application/merge-patch+json",
						new MediaType().schema(new ObjectSchema()))));
		}
	}

	private static Parameter query(String name, String description) {
		return new Parameter().in("query").name(name).description(description).schema(new StringSchema());
	}

	private static Parameter header(String name, String description, boolean required) {
		return new Parameter().in("header")
			.name(name)
			.description(description)
			.required(required)
			.schema(new StringSchema());
	}

	private static void add(Operation operation, Parameter parameter) {
		List<Parameter> parameters = new ArrayList<>(
				(operation.getParameters() != null) ? operation.getParameters() : List.of());
		parameters.add(parameter);
		operation.setParameters(parameters);
	}

}
