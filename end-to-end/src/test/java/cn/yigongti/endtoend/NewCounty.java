package cn.yigongti.endtoend;

import java.util.concurrent.ThreadLocalRandom;

/**
 * A county of codes that no table knows and no other test uses, for organizations that
 * the demo must not be changed by.
 */
record NewCounty(String code) {

	static NewCounty any() {
		return new NewCounty("54" + ThreadLocalRandom.current().nextInt(1_000, 10_000));
	}

	/** Registers an organization in it, or in a division below. */
	Answer register(Gateway caller, String below, String name, String type, String more) {
		return caller.post("/api/v1/organizations", """
				{"name":"%s","type":"%s","regionCode":"%s","openedOn":"2000-01-01"%s}""".formatted(name, type,
				this.code + below, more.isEmpty() ? "" : "," + more));
	}

}
