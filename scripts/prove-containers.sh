#!/bin/sh
# Proves that tests run on containers, on a Debian machine that has no Docker engine and reaches no image registry.
#
# usage, as root: scripts/prove-containers.sh [module [maven-argument...]]
#
# It installs Debian's engine, starts one of its own beside whatever else runs, puts images into it under exactly the
# names the tests ask for, runs the tests of one module (platform-test if none is named) with
# YIGONGTI_TEST_SERVERS=containers, and removes everything but the installed packages.
#
# The images aren't the official ones. PostgreSQL and Redis are Debian unstable's, Elasticsearch is the node that
# local-servers makes of Maven artifacts, and the entry points imitate those of the official images as far as the tests
# use them. So this proves our side: discovery of the engine, what is asked of the images, networks, waiting, the
# standby's backup and streaming. The official images themselves are proved where `make test CONTAINERS=1` can pull them.
set -eu

cd "$(dirname "$0")/.."
module=${1:-platform-test}
[ $# -gt 0 ] && shift

say() {
	echo "== $*"
}

fail() {
	echo "prove-containers: $*" >&2
	exit 1
}

[ "$(id -u)" = 0 ] || fail "run it as root: it installs and starts an engine"
command -v apt-get >/dev/null || fail "this isn't Debian: there is no apt-get"

work=$(mktemp -d /var/tmp/prove-containers.XXXXXX)
engine=

clean_up() {
	status=$?
	trap - EXIT INT TERM
	if [ -n "$engine" ] && kill -0 "$engine" 2>/dev/null; then
		say "stopping the engine"
		docker ps -q | xargs -r docker kill >/dev/null 2>&1 || true
		kill "$engine"
		wait "$engine" || true
		umount "$work"/exec/netns/* 2>/dev/null || true
	fi
	rm -rf --one-file-system "$work"
	exit "$status"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

# The name in a line like: IMAGE = "postgres:18.6";
image() {
	sed -n "s/.*IMAGE = \"\(\([^\"]*\/\)\{0,1\}$1:[^\"]*\)\".*/\1/p" \
		platform-test/src/main/java/cn/yigongti/platform/test/servers/*.java
}

install_engine() {
	for program in dockerd docker debootstrap iptables; do
		command -v $program >/dev/null && continue
		say "installing Debian's engine"
		apt-get -q update >/dev/null
		DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends docker.io iptables debootstrap \
			>"$work/apt.log" 2>&1 || fail "$(tail -5 "$work/apt.log")"
		return
	done
}

# Without a bridge, which needs kernel modules that small machines lack: containers use the network of the host.
start_engine() {
	say "starting an engine"
	export DOCKER_HOST="unix://$work/docker.sock"
	dockerd --host "$DOCKER_HOST" --data-root "$work/data" --exec-root "$work/exec" --pidfile "$work/docker.pid" \
		--bridge=none --iptables=false --ip6tables=false --ip-forward=false --ip-masq=false >"$work/engine.log" 2>&1 &
	engine=$!
	for _ in $(seq 100); do
		docker info >/dev/null 2>&1 && return
		kill -0 $engine 2>/dev/null || break
		sleep 0.2
	done
	fail "the engine doesn't start: $(tail -5 "$work/engine.log")"
}

# Where this machine gets its own packages.
debian_mirror() {
	apt-get indextargets --format '$(REPO_URI)' | head -n 1
}

make_base_image() {
	say "making a base image of Debian unstable"
	debootstrap --variant=minbase --include=postgresql-18,redis-server sid "$work/root" "$(debian_mirror)" \
		>"$work/debootstrap.log" 2>&1 || fail "$(tail -5 "$work/debootstrap.log")"
	tar -C "$work/root" --one-file-system --exclude=./var/cache/apt --exclude=./var/lib/apt/lists -c . |
		docker import - prove-containers-base >/dev/null
	rm -rf --one-file-system "$work/root"
}

make_image() {
	say "making $2"
	docker build -t "$2" "$1" >"$work/build.log" 2>&1 || fail "$(tail -5 "$work/build.log")"
}

# The home of a node as local-servers lays it out, the jars it takes from the local Maven repository, and a runtime.
lay_out_elasticsearch() {
	context=$1
	scripts/with-jdk.sh mvn -B -q -pl local-servers package dependency:build-classpath -DskipTests \
		-Dmdep.includeScope=runtime -Dmdep.outputFile="$work/class-path"
	scripts/with-jdk.sh java -cp "local-servers/target/classes:$(cat "$work/class-path")" \
		cn.yigongti.localservers.Main "$work/node" "$work/node.json" $$ elasticsearch &
	node=$!
	until [ -f "$work/node.json" ]; do
		kill -0 $node || fail "Elasticsearch doesn't start"
		sleep 0.2
	done
	kill $node
	wait $node || true
	mkdir "$context/lib"
	repository=$(tr ':' '\n' <"$work/class-path" | sed -n 's#/org/postgresql/postgresql/.*##p')
	tr ':' '\n' <local-servers/target/classes/cn/yigongti/localservers/elasticsearch.jars |
		grep -v -E '/(netty|transport-netty4|elasticsearch-ssl-config)-[^/]*$' |
		(cd "$repository" && xargs cp -t "$context/lib")
	cp -r "$work/node/elasticsearch/modules" "$work/node/elasticsearch/config" "$work/node/elasticsearch/launcher" \
		"$context/"
	# Whole, for Elasticsearch needs jdk.jlink, and a JDK without jmods can't put that into a smaller one.
	cp -rL "$(scripts/find-jdk.sh)" "$context/java"
	rm -rf "$context/java/lib/src.zip" "$context/java/jmods"
}

make_images() {
	make_base_image
	cp -r scripts/prove-containers "$work/images"
	say "laying out Elasticsearch"
	lay_out_elasticsearch "$work/images/elasticsearch"
	make_image "$work/images/postgres" "$(image postgres)"
	make_image "$work/images/redis" "$(image redis)"
	make_image "$work/images/elasticsearch" "$(image elasticsearch)"
	docker images --format '   {{.Repository}}:{{.Tag}} {{.Size}}'
}

run_tests() {
	say "running the tests of $module on containers"
	YIGONGTI_TEST_SERVERS=containers YIGONGTI_TEST_NETWORK=host \
		TESTCONTAINERS_RYUK_DISABLED=true TESTCONTAINERS_CHECKS_DISABLE=true TESTCONTAINERS_HOST_OVERRIDE=127.0.0.1 \
		scripts/with-jdk.sh mvn -B -ntp -pl "$module" test "$@"
}

began=$(date +%s)
install_engine
start_engine
make_images
ready=$(date +%s)
run_tests "$@"
say "containers that ran:"
docker events --since "$began" --until "$(date +%s)" --filter event=start --format '   {{.From}}' | sort | uniq -c
say "proved: $((ready - began)) s to prepare, $(($(date +%s) - ready)) s to test"
