package cn.yigongti.org.organization;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

import cn.yigongti.platform.paging.Condition;

/**
 * The date a question about the register is asked for. What {@code organization o} was
 * then is joined as {@code e}. How far a caller reaches is judged by what it is today,
 * which is the same row for a question about today, so that a list can be found and put
 * in order by one index.
 */
public record AsOf(LocalDate date, LocalDate today) {

	/**
	 * Not {@code valid @> date}, although that is the same: of this the planner knows
	 * that it holds for most editions, and goes on reading them in order.
	 */
	private static final String EDITION = """
			 join organization_edition %1$s
			on %1$s.organization_id = o.id and %1$s.from_on <= :%2$s
			and (%1$s.until_on is null or %1$s.until_on > :%2$s)
			""";

	public static AsOf today(LocalDate today) {
		return new AsOf(today, today);
	}

	/** Joins of {@code organization o}. */
	public String editions() {
		return EDITION.formatted("e", "date") + (isToday() ? "" : EDITION.formatted("t", "today"));
	}

	/** The membership {@code m} in the consortium of that date, if any. */
	public static String consortium() {
		return " left join membership m on m.organization_id = o.id and " + member("m", "date");
	}

	/**
	 * Who is a member on a date. As with editions, not by {@code tenure @> date}: for
	 * that the planner takes indexes which answer it slowly.
	 */
	public static String member(String membership, String date) {
		return "%1$s.joined_on <= :%2$s and (%1$s.left_on is null or %1$s.left_on > :%2$s)".formatted(membership, date);
	}

	/** What is open or closed by then, and a value for the parameters of the joins. */
	public Condition openedBefore() {
		return new Condition("o.opened_on <= :date", Map.of("date", this.date, "today", this.today));
	}

	/** In a division or below it. */
	public static Condition within(String prefix) {
		return Reach.within("e", "region", prefix);
	}

	/**
	 * With a text in its name or short name. The index over pairs of characters finds the
	 * candidates, the comparison keeps those that hold the whole text.
	 */
	public static Condition named(String query) {
		String text = query.strip().toLowerCase(Locale.ROOT);
		String escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
		return new Condition("grams(e.search_text) @> grams(:text) and e.search_text like :like",
				Map.of("text", text, "like", "%" + escaped + "%"));
	}

	/** The edition that scope is judged by. */
	String scoped() {
		return isToday() ? "e" : "t";
	}

	private boolean isToday() {
		return this.date.equals(this.today);
	}

}
