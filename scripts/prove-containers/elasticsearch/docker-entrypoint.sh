#!/bin/bash
# The official entry point takes any setting from the environment; this one the two ports, which are all that matter to
# a node that listens on the network of the host and has no security to switch off. Bash, for the names have a dot.

home=/usr/share/elasticsearch
mkdir -p "$home/data" "$home/logs"
# shellcheck disable=SC2086
exec "$home/java/bin/java" $ES_JAVA_OPTS -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8 \
	-Des.path.home="$home" -Des.distribution.type=docker -Dio.netty.noUnsafe=true -Dlog4j2.disable.jmx=true \
	--module-path "$home/lib" --add-modules=ALL-MODULE-PATH,jdk.net,jdk.incubator.vector,jdk.management.agent \
	--enable-native-access=org.elasticsearch.nativeaccess,org.elasticsearch.foreign,org.apache.lucene.core,ALL-UNNAMED \
	-cp "$home/launcher/launcher.jar" cn.yigongti.localservers.elasticsearch.node.NodeMain \
	"$home" "$(printenv http.port)" "$(printenv transport.port)"
