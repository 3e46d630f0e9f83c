package cn.yigongti.org.organization;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.DataScope;
import cn.yigongti.platform.paging.Condition;

/**
 * How far a caller's grants reach among organizations, as alternatives on
 * {@code organization o} joined with the editions of {@link AsOf}. Division and
 * membership count as of today, also when the register is asked about another date: who
 * has moved away or left a consortium is out of its sight.
 * <p>
 * Who may register organizations for a consortium, or bring them in, also reaches those
 * of its county that are in no consortium yet; they could otherwise not read back what
 * they have just written.
 */
public final class Reach {

	static final String READ = "organization:read";

	static final String WRITE = "organization:write";

	static final String BRING_IN = "consortium:write";

	private Reach() {
	}

	/** What a scope reaches and nothing else. */
	public static List<Condition> of(DataScope scope, AsOf asOf) {
		if (scope.all()) {
			return List.of(new Condition("true"));
		}
		List<Condition> alternatives = new ArrayList<>();
		if (!scope.organizations().isEmpty()) {
			alternatives.add(new Condition("o.id in (:own)", "own", scope.organizations()));
		}
		if (!scope.consortia().isEmpty()) {
			alternatives.add(members(scope.consortia(), asOf));
		}
		scope.regions().forEach((prefix) -> alternatives.add(within(asOf.scoped(), "region_" + prefix, prefix)));
		return alternatives;
	}

	static List<Condition> toRead(Caller caller, AsOf asOf) {
		return withUnclaimed(caller.scopeOf(READ), caller, asOf);
	}

	static List<Condition> toWrite(Caller caller, AsOf asOf) {
		return withUnclaimed(caller.scopeOf(WRITE), caller, asOf);
	}

	private static List<Condition> withUnclaimed(DataScope scope, Caller caller, AsOf asOf) {
		Set<UUID> growing = new HashSet<>(caller.scopeOf(WRITE).consortia());
		growing.addAll(caller.scopeOf(BRING_IN).consortia());
		List<Condition> alternatives = new ArrayList<>(of(scope, asOf));
		if (!scope.all() && !scope.isEmpty() && !growing.isEmpty()) {
			alternatives.add(unclaimed(growing, asOf));
		}
		return alternatives;
	}

	/** A prefix as a range, which an index can answer. */
	static Condition within(String edition, String name, String prefix) {
		String code = edition + ".region_code";
		return new Condition(code + " >= :" + name + " and " + code + " < :" + name + " || ':'", name, prefix);
	}

	private static Condition members(Set<UUID> consortia, AsOf asOf) {
		return new Condition("""
				exists (select from membership s where s.organization_id = o.id
				and s.consortium_id in (:consortia) and s.tenure @> cast(:today as date))""",
				Map.of("consortia", consortia, "today", asOf.today()));
	}

	private static Condition unclaimed(Set<UUID> consortia, AsOf asOf) {
		return new Condition("""
				left(%s.region_code, 6) in (select g.region_code from consortium g where g.id in (:growing))
				and not exists (select from membership s where s.organization_id = o.id
				and (s.left_on is null or s.left_on > :today))""".formatted(asOf.scoped()),
				Map.of("growing", consortia, "today", asOf.today()));
	}

}
