package cn.yigongti.org.config;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import cn.yigongti.org.code.CreditCode;
import cn.yigongti.org.code.DivisionCode;
import cn.yigongti.org.code.OrganizationType;
import org.jspecify.annotations.Nullable;

import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;

/** Codes are text in the database and values in the code. */
class CodeConverter implements GenericConverter {

	private static final Map<Class<?>, Function<String, Object>> CODES = Map.of(DivisionCode.class, DivisionCode::new,
			OrganizationType.class, OrganizationType::new, CreditCode.class, CreditCode::new);

	@Override
	public Set<ConvertiblePair> getConvertibleTypes() {
		return CODES.keySet()
			.stream()
			.flatMap((type) -> Stream.of(new ConvertiblePair(type, String.class),
					new ConvertiblePair(String.class, type)))
			.collect(Collectors.toUnmodifiableSet());
	}

	@Override
	public @Nullable Object convert(@Nullable Object source, TypeDescriptor sourceType, TypeDescriptor targetType) {
		if (source == null) {
			return null;
		}
		Function<String, Object> reader = CODES.get(targetType.getType());
		return (reader != null) ? reader.apply((String) source) : source.toString();
	}

}
