package cn.yigongti.org.code;

import java.util.List;

/**
 * What is wrong with a code. Positions count from 1, as people do.
 *
 * @param kind stable name, the {@code code} of a field error
 * @param arguments of the text {@code field.<kind>}
 */
public record CodeFlaw(String kind, List<Object> arguments) {

	public CodeFlaw {
		arguments = List.copyOf(arguments);
	}

	static CodeFlaw length(String allowed, int found) {
		return new CodeFlaw("code-length", List.of(allowed, found));
	}

	static CodeFlaw character(int position, char found) {
		return new CodeFlaw("malformed", List.of(position, String.valueOf(found)));
	}

	static CodeFlaw checkDigit(int position, char found, char expected) {
		return new CodeFlaw("check-digit", List.of(position, String.valueOf(found), String.valueOf(expected)));
	}

	static CodeFlaw unknownProvince(String found) {
		return new CodeFlaw("unknown-province", List.of(found));
	}

}
