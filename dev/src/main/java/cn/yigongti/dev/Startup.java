package cn.yigongti.dev;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;

import cn.yigongti.dev.county.DemoCounty;
import cn.yigongti.dev.county.Staff;
import cn.yigongti.dev.demo.DemoFile;
import cn.yigongti.dev.demo.DemoLoad;
import cn.yigongti.dev.demo.Journal;
import cn.yigongti.dev.demo.LoadFailed;
import cn.yigongti.dev.hissimulator.CloudHisSimulator;
import cn.yigongti.dev.process.LeftOvers;
import cn.yigongti.dev.secrets.Secrets;
import cn.yigongti.dev.services.Ports;
import cn.yigongti.dev.services.RunningServices;
import cn.yigongti.dev.services.Service;
import cn.yigongti.dev.services.Surroundings;
import cn.yigongti.dev.services.Workplace;
import cn.yigongti.localservers.LocalServers;
import cn.yigongti.localservers.RunningServers;

/**
 * One start of the platform, in its order: what must be free, the servers, the services,
 * the county.
 */
final class Startup {

	private final Parts parts;

	private final Workplace workplace;

	private final int port;

	private final Consumer<String> progress;

	private final DemoCounty county = DemoCounty.plan();

	private final Staff staff = Staff.of(this.county);

	Startup(Parts parts, Path state, Options options) {
		this.parts = parts;
		this.workplace = Workplace.of(state);
		this.port = options.port();
		this.progress = options.progress();
	}

	YigongtiPlatform run() throws Exception {
		StateFolder state = this.parts.add(StateFolder.take(this.workplace.state()));
		LeftOvers leftOvers = new LeftOvers(state.resolve("children"));
		leftOvers.awaitEnd();
		Ports ports = Ports.choose(this.port);
		this.progress.accept("Starting; data, settings and logs are in " + state.path());
		Secrets secrets = Secrets.in(state.resolve("secrets.properties"));
		Surroundings surroundings = surroundings(state, ports, secrets);
		RunningServices services = this.parts.add(new RunningServices(surroundings, this.workplace));
		services.start((service) -> {
			leftOvers.remember(services.processes());
			this.progress.accept(service.applicationName() + " ready");
		});
		DemoFile demo = load(state, surroundings, services);
		demo.writeTo(state.resolve("demo.json"));
		return new YigongtiPlatform(this.parts, surroundings, services, demo);
	}

	private DemoFile load(StateFolder state, Surroundings surroundings, RunningServices services) throws Exception {
		Journal journal = Journal.in(state.resolve("demo.journal"));
		try {
			return new DemoLoad(this.county, this.staff, journal, surroundings.secrets(), this.progress).load(
					surroundings.publicAddress(), surroundings.cloudHis(), surroundings.operatorSecret(),
					surroundings.redirectUri());
		}
		catch (IOException | LoadFailed ex) {
			// Rather than what it led to, say which service has ended.
			services.requireAlive();
			throw ex;
		}
	}

	private Surroundings surroundings(StateFolder state, Ports ports, Secrets secrets) {
		CloudHisSimulator his = this.parts.add(CloudHisSimulator.start(this.staff.members()));
		this.progress.accept("Cloud HIS simulator ready, " + this.staff.members().size() + " users");
		RunningServers servers = this.parts
			.add(LocalServers.in(state.resolve("servers")).withPostgres().withRedis().withElasticsearch().start());
		URI redirectUri = ports.uri(Service.GATEWAY).resolve("/console/signed-in");
		Surroundings surroundings = new Surroundings(ports, servers.postgres(), servers.redis(),
				servers.elasticsearch(), his.uri(), redirectUri, secrets);
		surroundings.createDatabases();
		this.progress.accept("PostgreSQL primary and standby, Redis, Elasticsearch ready");
		return surroundings;
	}

}
