package cn.yigongti.org.organization;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

	public static List<Condition> toRead(Caller caller, AsOf asOf) {
		return withUnclaimed(caller.scopeOf(READ), caller, asOf);
	}

	static List<Condition> toWrite(Caller caller, AsOf asOf) {
		return withUnclaimed(caller.scopeOf(WRITE), caller, asOf);
	}

	/**
	 * Whether a caller may read an organization as it is today, by the same rules as
	 * {@link #toRead} but for the unclaimed ones, of which the organization alone can't
	 * tell.
	 */
	static boolean reads(Caller caller, RegisteredOrganization organization) {
		return caller.scopeOf(READ)
			.covers(organization.id(), organization.consortiumId(),
					organization.particulars().standing().regionCode().value());
	}

	/** Whether this one may be within reach because it is in no consortium. */
	static boolean mayReadUnclaimed(Caller caller, RegisteredOrganization organization) {
		return organization.consortiumId() == null && reachesUnclaimed(caller.scopeOf(READ), growing(caller));
	}

	private static List<Condition> withUnclaimed(DataScope scope, Caller caller, AsOf asOf) {
		Set<UUID> growing = growing(caller);
		List<Condition> alternatives = new ArrayList<>(of(scope, asOf));
		if (reachesUnclaimed(scope, growing)) {
			alternatives.add(unclaimed(growing, asOf));
		}
		return alternatives;
	}

	private static boolean reachesUnclaimed(DataScope scope, Set<UUID> growing) {
		return !scope.all() && !scope.isEmpty() && !growing.isEmpty();
	}

	/** Consortia this caller may register organizations for or bring them into. */
	private static Set<UUID> growing(Caller caller) {
		Set<UUID> growing = new HashSet<>(caller.scopeOf(WRITE).consortia());
		growing.addAll(caller.scopeOf(BRING_IN).consortia());
		return growing;
	}

	/**
	 * Everything that decides what a caller may read, but for the date: equal for two who
	 * may read the same.
	 */
	public static String describe(Caller caller) {
		DataScope scope = caller.scopeOf(READ);
		Set<UUID> growing = reachesUnclaimed(scope, growing(caller)) ? growing(caller) : Set.of();
		return scope.all() ? "all" : new TreeSet<>(scope.organizations()) + " " + new TreeSet<>(scope.consortia()) + " "
				+ new TreeSet<>(scope.regions()) + " " + new TreeSet<>(growing);
	}

	/** A prefix as a range, which an index can answer. */
	static Condition within(String edition, String name, String prefix) {
		String code = edition + ".region_code";
		return new Condition(code + " >= :" + name + " and " + code + " < :" + name + " || ':'", name, prefix);
	}

	private static Condition members(Set<UUID> consortia, AsOf asOf) {
		return new Condition("""
				exists (select from membership s where s.organization_id = o.id
				and s.consortium_id in (:consortia) and %s)""".formatted(AsOf.member("s", "today")),
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
