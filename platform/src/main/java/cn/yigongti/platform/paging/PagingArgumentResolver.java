package cn.yigongti.platform.paging;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import cn.yigongti.platform.problem.FieldProblem;
import cn.yigongti.platform.problem.InvalidParameter;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@link Paging} from the query. */
public class PagingArgumentResolver implements HandlerMethodArgumentResolver {

	private final Cursors cursors;

	public PagingArgumentResolver(Cursors cursors) {
		this.cursors = cursors;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Paging.class;
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		Sorting sorting = Objects.requireNonNull(parameter.getParameterAnnotation(Sorting.class),
				"a Paging parameter needs @Sorting");
		List<SortKey> sort = sort(request.getParameter("sort"), sorting);
		String cursor = request.getParameter("cursor");
		List<String> after = (cursor != null) ? this.cursors.decode(Paging.sortText(sort), cursor) : null;
		return new Paging(limit(request.getParameter("limit")), sort, after, this.cursors);
	}

	private static int limit(@Nullable String text) {
		if (text == null) {
			return Paging.DEFAULT_LIMIT;
		}
		try {
			int limit = Integer.parseInt(text);
			if (limit >= 1 && limit <= Paging.MAX_LIMIT) {
				return limit;
			}
		}
		catch (NumberFormatException ex) {
			// answered like a number out of range
		}
		throw new InvalidParameter(new FieldProblem("/limit", "range", "1", String.valueOf(Paging.MAX_LIMIT)));
	}

	private static List<SortKey> sort(@Nullable String text, Sorting sorting) {
		String wanted = (text != null) ? text : sorting.byDefault();
		List<SortKey> keys = Arrays.stream(wanted.split(",", -1)).map(SortKey::parse).toList();
		Set<String> seen = new HashSet<>();
		for (SortKey key : keys) {
			if (!List.of(sorting.fields()).contains(key.field()) || !seen.add(key.field())) {
				throw new InvalidParameter(new FieldProblem("/sort", "sort", String.join(", ", sorting.fields())));
			}
		}
		return keys;
	}

}
