#!/bin/sh
# Builds those of the named modules that are not up to date; leaves Maven alone when all are.

cd "$(dirname "$0")/.." || exit 1

stale=$(scripts/stale-modules.sh "$@" | tr '\n' ' ')
if [ -z "$stale" ]; then
	exit 0
fi

echo "Building: $stale"
if [ ! -d "$HOME/.m2/repository/org/springframework" ]; then
	echo "  Maven fetches what it needs first; this takes some minutes, once."
fi
projects=$(echo "$stale" | sed 's/ *$//; s/ /,/g')
exec scripts/build.sh "$stale" --quiet package --also-make --projects "$projects" -Dmaven.test.skip=true \
	-Dspring-javaformat.skip=true
