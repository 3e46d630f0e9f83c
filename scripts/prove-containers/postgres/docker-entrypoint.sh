#!/bin/bash
# Does what the tests need of the entry point of the official image: as root it gives its rights up, an empty data
# directory is initialized with a password and the scripts of /docker-entrypoint-initdb.d, anything else is just run.
set -euo pipefail

if [ "$1" != postgres ]; then
	exec "$@"
fi

if [ "$(id -u)" = 0 ]; then
	mkdir -p "$PGDATA"
	chown -R postgres:postgres /var/lib/postgresql
	chmod 700 "$PGDATA"
	mkdir -p /var/run/postgresql
	chown postgres:postgres /var/run/postgresql
	exec setpriv --reuid=postgres --regid=postgres --init-groups "$0" "$@"
fi

if [ ! -s "$PGDATA/PG_VERSION" ]; then
	eval "initdb --username=postgres --pwfile=<(printf '%s\n' \"\$POSTGRES_PASSWORD\") --auth-host=scram-sha-256 \
		${POSTGRES_INITDB_ARGS:-} -D \"\$PGDATA\""
	echo 'host all all all scram-sha-256' >>"$PGDATA/pg_hba.conf"
	pg_ctl -D "$PGDATA" -w -o "-c listen_addresses=''" start
	for script in /docker-entrypoint-initdb.d/*.sh; do
		# shellcheck source=/dev/null
		[ -e "$script" ] && . "$script"
	done
	pg_ctl -D "$PGDATA" -m fast -w stop
fi

exec "$@"
