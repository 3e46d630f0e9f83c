package cn.yigongti.dev;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;

import cn.yigongti.dev.demo.DemoFile;
import cn.yigongti.dev.services.Service;
import cn.yigongti.dev.services.Surroundings;

/**
 * What a person needs to know when the platform is ready.
 */
final class Welcome {

	private final YigongtiPlatform platform;

	private final Path state;

	Welcome(YigongtiPlatform platform, Path state) {
		this.platform = platform;
		this.state = state;
	}

	String text(Duration startUp) {
		StringBuilder text = new StringBuilder(4000);
		text.append(String.format(Locale.ROOT, "%nReady after %.1f s, using %s of memory altogether.%n%n",
				startUp.toMillis() / 1e3, memory(this.platform.memory())));
		addAddresses(text);
		addSignIns(text);
		text.append(
				"%nAll of this, and the ids, are in %s/demo.json. Ctrl-C stops everything.%n".formatted(this.state));
		return text.toString();
	}

	private void addAddresses(StringBuilder text) {
		Surroundings surroundings = this.platform.surroundings();
		addRow(text, "Platform", this.platform.gateway());
		addRow(text, "All interfaces", this.platform.gateway().resolve("/docs"));
		for (Service service : Service.values()) {
			if (service != Service.GATEWAY) {
				addRow(text, service.applicationName(), surroundings.ports().uri(service));
			}
		}
		addRow(text, "Cloud HIS simulator", surroundings.cloudHis());
		addRow(text, "PostgreSQL", surroundings.postgres().url("<service>"));
		addRow(text, "PostgreSQL standby", surroundings.postgres().standbyUrl("<service>"));
		addRow(text, "Elasticsearch", surroundings.elasticsearch().uri());
		addRow(text, "Redis", surroundings.redis().host() + ":" + surroundings.redis().port());
	}

	private void addSignIns(StringBuilder text) {
		DemoFile demo = this.platform.demo();
		text.append("%n  %-24s %-37s %s%n".formatted("Person", "Login name", "Password"));
		demo.people()
			.forEach((name, person) -> text
				.append("  %-24s %-37s %s%n".formatted(name, person.loginName(), person.password())));
		text.append("%n  %-24s %-37s %s%n".formatted("Machine", "Client id", "Client secret"));
		demo.clients()
			.forEach((name, client) -> text
				.append("  %-24s %-37s %s%n".formatted(name, client.clientId(), client.clientSecret())));
	}

	private static void addRow(StringBuilder text, String name, Object value) {
		text.append("  %-24s %s%n".formatted(name, value));
	}

	private static String memory(OptionalLong bytes) {
		return bytes.isPresent() ? String.format(Locale.ROOT, "%.2f GiB", bytes.getAsLong() / (double) (1L << 30))
				: "an unknown amount";
	}

}
