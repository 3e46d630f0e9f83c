#!/bin/sh
# Deletes the data of make run, unless it is running.

cd "$(dirname "$0")/.." || exit 1

if [ -f .run/pid ] && kill -0 "$(cat .run/pid)" 2>/dev/null; then
	echo "make run is up (process $(cat .run/pid)): stop it first." >&2
	exit 1
fi
rm -rf .run
echo "Forgotten. The next make run starts with a new county."
