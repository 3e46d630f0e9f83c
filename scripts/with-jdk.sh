#!/bin/sh
# Runs a command on a JDK 25: scripts/with-jdk.sh mvn verify
# The machine's default java may be of any age; Maven and everything started below it get the right one from here.

here=$(dirname "$0")
JAVA_HOME=$("$here/find-jdk.sh") || exit 1
PATH=$JAVA_HOME/bin:$PATH
export JAVA_HOME PATH

if [ "$1" = mvn ] && ! command -v mvn >/dev/null; then
	echo "Maven is missing: install Maven 3.8 or newer, so that mvn is on the PATH." >&2
	exit 1
fi
exec "$@"
