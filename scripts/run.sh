#!/bin/sh
# Starts the whole platform; dev has to be built. The program stays in the foreground until it is told to stop.

cd "$(dirname "$0")/.." || exit 1

exec scripts/with-jdk.sh java -Xms32m -Xmx160m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto \
	--enable-native-access=ALL-UNNAMED -cp "dev/target/dev.jar:$(cat dev/target/classpath)" cn.yigongti.dev.MakeRun "$@"
