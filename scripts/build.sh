#!/bin/sh
# Runs Maven, and marks what it built well, so that make run knows what is stale.
#
# usage: scripts/build.sh "module..." maven-argument...
# The mark is as old as the start of the build: what is edited while Maven works is stale again.

cd "$(dirname "$0")/.." || exit 1

modules=$1
shift

for module in $modules; do
	mkdir -p "$module/target"
	rm -f "$module/target/built"
	: >"$module/target/building"
done

scripts/with-jdk.sh mvn --batch-mode --no-transfer-progress "$@" || exit 1

for module in $modules; do
	mv "$module/target/building" "$module/target/built"
done
