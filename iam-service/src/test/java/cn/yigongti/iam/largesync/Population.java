package cn.yigongti.iam.largesync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import cn.yigongti.dev.county.StaffType;
import cn.yigongti.dev.hissimulator.HisUser;

/**
 * Whom the HIS names, with everything that goes wrong in a large one, and who is to be
 * there in the end. Always the same.
 */
final class Population {

	static final int GOOD = 150_000;

	static final int ORGANIZATIONS = 300;

	/** Named twice in the same words. */
	private static final int REPEATED = 300;

	private static final int DISABLED = 500;

	/**
	 * An id with another login name, a login name with another id, nowhere, unreadable.
	 */
	private static final int WRONG = 4 * 60;

	private final Random random = new Random(20261128);

	private final List<HisUser> rows = new ArrayList<>();

	private final Map<String, String> expected = new HashMap<>();

	Population() {
		for (int i = 0; i < GOOD; i++) {
			add(user("u" + i, "login" + i, code(i), true));
		}
		Collections.shuffle(this.rows, this.random);
		for (int i = 0; i < DISABLED; i++) {
			insert(0, user("off" + i, "off" + i, code(i), false));
		}
		for (int i = 0; i < REPEATED; i++) {
			int original = this.random.nextInt(this.rows.size());
			insert(original + 1, this.rows.get(original));
		}
		for (int i = 0; i < WRONG / 4; i++) {
			this.rows.add(user("u" + i, "second" + i, code(i), true));
			this.rows.add(user("thief" + i, "LOGIN" + i, code(i), true));
			this.rows.add(user("lost" + i, "lost" + i, "NOWHERE", true));
			this.rows.add(user("bad" + i, "not a name", code(i), true));
		}
	}

	private void add(HisUser user) {
		this.rows.add(user);
		this.expected.put(user.userId(), line(user.loginName(), user.name(), user.orgCode(), true));
	}

	private void insert(int from, HisUser user) {
		this.rows.add(from + this.random.nextInt(this.rows.size() - from + 1), user);
	}

	static int wrongRows() {
		return WRONG;
	}

	List<HisUser> rows() {
		return this.rows;
	}

	/**
	 * The same a little later: some near the beginning have been removed, so that all
	 * others move up.
	 */
	List<HisUser> moved() {
		List<HisUser> moved = new ArrayList<>(this.rows);
		int removed = 0;
		for (int i = 0; removed < 5; i++) {
			if (!moved.get(i).enabled()) {
				moved.remove(i);
				removed++;
			}
		}
		return moved;
	}

	/** Who has been there before and is unknown to the HIS. */
	static String vanished(int i) {
		return "gone" + i;
	}

	/** The users that are to be there, by HIS user id. */
	Map<String, String> expected(int vanished) {
		Map<String, String> all = new HashMap<>(this.expected);
		for (int i = 0; i < vanished; i++) {
			all.put(vanished(i), line(vanished(i), "former", code(i), false));
		}
		return all;
	}

	static String line(String loginName, String name, String orgCode, boolean active) {
		return loginName + " " + name + " " + orgCode + " " + active;
	}

	static String code(int i) {
		return "ORG" + (i % ORGANIZATIONS);
	}

	static UUID organization(int i) {
		return new UUID(0, i + 1L);
	}

	private static HisUser user(String id, String loginName, String orgCode, boolean enabled) {
		return new HisUser(id, loginName, "王" + id, "2", "13900000001", orgCode, "03", "内科", StaffType.DOCTOR, "医师",
				enabled, Instant.parse("2026-11-22T08:00:00Z"));
	}

}
