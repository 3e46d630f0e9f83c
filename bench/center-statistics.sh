#!/bin/sh
# How fast a centre page is among so many consultations (ten million by default), and what it costs writers. Fills a database
# of its own in a folder that can be deleted afterwards: bench/center-statistics.sh 10000000 /var/tmp/center-statistics

cd "$(dirname "$0")/.." || exit 1
consultations=${1:-10000000}
folder=${2:-$(mktemp -d)/servers}

scripts/with-jdk.sh mvn --batch-mode --no-transfer-progress --quiet test-compile dependency:build-classpath \
	-pl consultation-service -am -Dmdep.outputFile=target/test.classpath -Dmdep.includeScope=test || exit 1
exec scripts/with-jdk.sh java -Xmx512m -cp \
	"consultation-service/target/test-classes:consultation-service/target/classes:$(cat consultation-service/target/test.classpath)" \
	cn.yigongti.consultation.statistics.MeasureCenterPage "$folder" "$consultations"
