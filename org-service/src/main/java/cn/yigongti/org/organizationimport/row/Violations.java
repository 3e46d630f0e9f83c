package cn.yigongti.org.organizationimport.row;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import cn.yigongti.org.code.CodeFlaw;
import jakarta.validation.ConstraintViolation;
import org.hibernate.validator.engine.HibernateConstraintViolation;

/**
 * Violated constraints in a form that can be kept and told in any language later, while
 * their own message is in that of the moment.
 */
final class Violations {

	private static final Pattern TEMPLATE = Pattern.compile("\\{field\\.([a-z0-9-]+)}");

	/** The attributes of constraints that texts speak of, in the order they do. */
	private static final List<String> BOUNDS = List.of("min", "max", "value");

	private Violations() {
	}

	static RowProblem problem(ConstraintViolation<?> violation) {
		Column column = Column.at("/" + violation.getPropertyPath().toString().replace('.', '/'));
		CodeFlaw flaw = (violation instanceof HibernateConstraintViolation<?> known)
				? known.getDynamicPayload(CodeFlaw.class) : null;
		if (flaw != null) {
			return new RowProblem(column, flaw.kind(), flaw.arguments());
		}
		Matcher template = TEMPLATE.matcher(violation.getMessageTemplate());
		return template.matches() ? new RowProblem(column, template.group(1))
				: new RowProblem(column, kebab(violation), bounds(violation.getConstraintDescriptor().getAttributes()));
	}

	private static String kebab(ConstraintViolation<?> violation) {
		return violation.getConstraintDescriptor()
			.getAnnotation()
			.annotationType()
			.getSimpleName()
			.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
			.toLowerCase(Locale.ROOT);
	}

	private static List<Object> bounds(Map<String, Object> attributes) {
		return BOUNDS.stream().map(attributes::get).filter(Objects::nonNull).<Object>map(String::valueOf).toList();
	}

}
