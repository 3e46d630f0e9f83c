package cn.yigongti.org.organization;

import java.time.LocalDate;
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
 * {@code organization o}. Membership counts as of today, also when the register is asked
 * about another date: who has left a consortium is out of its sight.
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
	public static List<Condition> of(DataScope scope, LocalDate today) {
		if (scope.all()) {
			return List.of(new Condition("true"));
		}
		List<Condition> alternatives = new ArrayList<>();
		if (!scope.organizations().isEmpty()) {
			alternatives.add(new Condition("o.id in (:own)", "own", scope.organizations()));
		}
		if (!scope.consortia().isEmpty()) {
			alternatives.add(members(scope.consortia(), today));
		}
		scope.regions().forEach((prefix) -> alternatives.add(within("region_" + prefix, prefix)));
		return alternatives;
	}

	static List<Condition> toRead(Caller caller, LocalDate today) {
		return withUnclaimed(caller.scopeOf(READ), caller, today);
	}

	static List<Condition> toWrite(Caller caller, LocalDate today) {
		return withUnclaimed(caller.scopeOf(WRITE), caller, today);
	}

	private static List<Condition> withUnclaimed(DataScope scope, Caller caller, LocalDate today) {
		Set<UUID> growing = new HashSet<>(caller.scopeOf(WRITE).consortia());
		growing.addAll(caller.scopeOf(BRING_IN).consortia());
		List<Condition> alternatives = new ArrayList<>(of(scope, today));
		if (!scope.all() && !scope.isEmpty() && !growing.isEmpty()) {
			alternatives.add(unclaimed(growing, today));
		}
		return alternatives;
	}

	/** A prefix as a range, which an index can answer. */
	static Condition within(String name, String prefix) {
		return new Condition("o.region_code >= :" + name + " and o.region_code < :" + name + " || ':'", name, prefix);
	}

	private static Condition members(Set<UUID> consortia, LocalDate today) {
		return new Condition("""
				exists (select from membership s where s.organization_id = o.id
				and s.consortium_id in (:consortia) and s.tenure @> cast(:today as date))""",
				Map.of("consortia", consortia, "today", today));
	}

	private static Condition unclaimed(Set<UUID> consortia, LocalDate today) {
		return new Condition("""
				left(o.region_code, 6) in (select g.region_code from consortium g where g.id in (:growing))
				and not exists (select from membership s where s.organization_id = o.id
				and (s.left_on is null or s.left_on > :today))""", Map.of("growing", consortia, "today", today));
	}

}
