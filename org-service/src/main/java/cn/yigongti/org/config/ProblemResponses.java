package cn.yigongti.org.config;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import org.springdoc.core.customizers.OperationCustomizer;

import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Documents refusals as what they are: problem details with a code. */
@Component
class ProblemResponses implements OperationCustomizer {

	@Override
	public Operation customize(Operation operation, HandlerMethod method) {
		operation.getResponses().forEach((status, response) -> {
			if (status.startsWith("4")) {
				response.setContent(
						new Content().addMediaType(org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
								new MediaType().schema(new ObjectSchema().addProperty("code", new StringSchema()))));
			}
		});
		return operation;
	}

}
