# The front door. Needs make, Maven 3.8 and a JDK 25; scripts/find-jdk.sh says where it looks for that.

PORT ?= 8080

RUNNABLE = gateway iam-service org-service consultation-service referral-service dashboard-service \
	health-record-service dev

.DEFAULT_GOAL := help
.PHONY: help run clean-run build test openapi format

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1|/p' Makefile | while IFS='|' read -r target what; do \
		printf '  make %-10s %s\n' "$$target" "$$what"; done
	@echo '  PORT=8081       another port for the gateway of make run'
	@echo '  CONTAINERS=1    make test on official images instead of local processes'

run: ## a whole county on 127.0.0.1: builds what is stale, starts everything; Ctrl-C stops it
	@scripts/build-stale.sh $(RUNNABLE)
	@exec scripts/run.sh $(PORT)

clean-run: ## forgets the data of make run
	@scripts/forget-run.sh

build: ## all jars, without tests
	@scripts/build.sh "$(RUNNABLE)" package -DskipTests

test: ## everything that is checked: format, compiler, rules, tests on real servers, the whole platform
	@$(if $(filter 1,$(CONTAINERS)),YIGONGTI_TEST_SERVERS=containers )scripts/build.sh "$(RUNNABLE)" --threads 3 verify

openapi: ## writes the openapi.json of every service anew, for review
	@scripts/with-jdk.sh mvn --batch-mode --no-transfer-progress --quiet package -Dopenapi.update=true \
		'-Dtest=ServiceTests#publishes*' -Dsurefire.failIfNoSpecifiedTests=false

format: ## formats the sources
	@scripts/with-jdk.sh mvn --batch-mode --no-transfer-progress --quiet spring-javaformat:apply
