#!/bin/sh
# Prints those of the named modules of which a source is newer than their last good build, one a line.
#
# A module is as old as the mark that scripts/build.sh leaves in its target folder: a build that was broken off leaves
# none, and a jar from elsewhere proves nothing. A folder is newer, too, when something in it was deleted.

cd "$(dirname "$0")/.." || exit 1

# What everything that runs has inside.
shared="pom.xml local-servers/pom.xml local-servers/src/main platform/pom.xml platform/src/main
	cloud-his-client/pom.xml cloud-his-client/src/main patient/pom.xml patient/src/main search/pom.xml
	search/src/main"

is_stale() {
	mark=$1/target/built
	[ -e "$mark" ] || return 0
	for source in $shared "$1/pom.xml" "$1/src/main"; do
		if [ -e "$source" ] && [ -n "$(find "$source" -newer "$mark" -print | head -n 1)" ]; then
			return 0
		fi
	done
	return 1
}

for module in "$@"; do
	if is_stale "$module"; then
		echo "$module"
	fi
done
