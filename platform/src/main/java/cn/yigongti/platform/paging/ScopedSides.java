package cn.yigongti.platform.paging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import cn.yigongti.platform.caller.DataScope;

/**
 * A data scope as conditions on rows that belong to an organization, or to one on each
 * side: on the columns {@code …_id}, {@code …_consortium_id} and {@code …_region_code} of
 * each side. Each is a branch of its own, which one index answers in the order of the
 * list.
 */
public final class ScopedSides {

	private static final int COUNTY_DIGITS = 6;

	private ScopedSides() {
	}

	public static List<Condition> within(DataScope scope, String... sides) {
		if (scope.all()) {
			return List.of(new Condition("true"));
		}
		List<Condition> branches = new ArrayList<>();
		for (String side : sides) {
			scope.organizations().forEach((id) -> branches.add(equal(side + "_id", id, branches.size())));
			scope.consortia().forEach((id) -> branches.add(equal(side + "_consortium_id", id, branches.size())));
			scope.regions().forEach((prefix) -> branches.add(region(side + "_region_code", prefix, branches.size())));
		}
		return branches;
	}

	private static Condition equal(String column, Object value, int number) {
		String name = "scope_" + number;
		return new Condition(column + " = :" + name, name, value);
	}

	/** A range under the collation "C", in which every digit sorts before the tilde. */
	private static Condition region(String column, String prefix, int number) {
		String name = "scope_" + number;
		String range = "%1$s >= :%2$s and %1$s < :%2$s || '~'".formatted(column, name);
		if (prefix.length() < COUNTY_DIGITS) {
			return new Condition(range, name, prefix);
		}
		return new Condition("left(%1$s, 6) = :%2$s_county and %3$s".formatted(column, name, range),
				Map.of(name, prefix, name + "_county", prefix.substring(0, COUNTY_DIGITS)));
	}

}
