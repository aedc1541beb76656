# The one front door. `make help` lists what it offers.

SHELL := /bin/bash
.DEFAULT_GOAL := help

# A JDK 25: JAVA_HOME if it is one, else the usual places.
export JAVA_HOME := $(shell for home in "$$JAVA_HOME" /usr/lib/jvm/temurin-25* /usr/lib/jvm/*-25-* /usr/lib/jvm/*25*; do \
    if [ -n "$$home" ] && [ -x "$$home/bin/javac" ] && grep -q '^JAVA_VERSION="25' "$$home/release" 2>/dev/null; then echo "$$home"; break; fi; done)

MVN := mvn --batch-mode --no-transfer-progress
layout := target/jieti
sources := $(shell find pom.xml .mvn models samples */pom.xml */src/main -type f 2>/dev/null)

.PHONY: help
help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "  make %-8s %s\n", $$1, $$2 }'

.PHONY: demo
demo: server ## A platform with invented units at http://127.0.0.1:8080, until Ctrl-C
	@mkdir -p target/demo
	@$(layout)/bin/jieti serve --demo $(if $(DEMO_CHECK),check,look) --data target/demo

.PHONY: layout
layout: $(layout)/jieti.aot

$(layout)/jieti.aot: $(sources)
	@$(MAKE) --no-print-directory require
	@echo "Building Jieti (the first build downloads its libraries; about a minute after that) …"
	@rm -rf $(layout) && mkdir -p target
	@$(MVN) package -Playout -DskipTests -Dspotless.check.skip 2>&1 | tee target/build.log | grep --line-buffered -E '^\[INFO\] (Building |BUILD)|ERROR' || true
	@if ! grep -q 'BUILD SUCCESS' target/build.log; then cat target/build.log; exit 1; fi
	@chmod +x $(layout)/bin/jieti
	@echo "Recording the class cache …"
	@JIETI_JAVA_OPTIONS="-XX:AOTCacheOutput=$(layout)/score.aot -Xlog:aot=off -Xlog:cds=off" $(layout)/bin/jieti score samples/dgimm/growing-city.yaml > target/train.log 2>&1 || { cat target/train.log; exit 1; }
	@JIETI_JAVA_OPTIONS="-XX:AOTCacheOutput=$(layout)/jieti.aot -Xlog:aot=off -Xlog:cds=off" $(layout)/bin/jieti train samples/dgimm/growing-city.yaml > target/train.log 2>&1 || { cat target/train.log; exit 1; }
	@touch $(layout)/jieti.aot

.PHONY: server
server: $(layout)/server.aot

$(layout)/server.aot: $(layout)/jieti.aot
	@echo "Recording the server's class cache …"
	@rm -rf target/train-data
	@JIETI_JAVA_OPTIONS="-XX:AOTCacheOutput=$(layout)/server.aot -Xlog:aot=off -Xlog:cds=off" $(layout)/bin/jieti serve --train --port 0 --data target/train-data > target/train.log 2>&1 || { cat target/train.log; exit 1; }
	@rm -rf target/train-data

.PHONY: require
require:
	@if [ -z "$$JAVA_HOME" ]; then \
	    echo "Jieti is built on JDK 25, and none was found. Set JAVA_HOME, or install one under /usr/lib/jvm (Eclipse Temurin: https://adoptium.net)." >&2; \
	    echo "Jieti 需要 JDK 25，但没有找到。请设置 JAVA_HOME，或安装到 /usr/lib/jvm（Eclipse Temurin：https://adoptium.net）。" >&2; exit 1; fi
	@command -v mvn > /dev/null || { echo "Maven is missing: apt-get install maven" >&2; exit 1; }

# Programs that tests talk to for real, as Debian packages.
packages := $(if $(shell command -v soffice),,libreoffice-calc-nogui) $(if $(wildcard /usr/bin/chromium),,chromium)

.PHONY: packages
packages:
	@if [ -n "$(strip $(packages))" ]; then \
	    if [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null; then \
	        echo "Installing what the tests need: $(packages) …"; \
	        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(packages) > /dev/null; \
	    else \
	        echo "The tests need: apt-get install $(packages)" >&2; exit 1; \
	    fi; fi

.PHONY: test
test: require packages ## Run every test and check, printing as it goes
	@$(MVN) verify

# Tests of pages in a browser, as maven names them.
browsing := *InBrowserTest,*JourneyTest,FirstStartTest

.PHONY: pictures
pictures: require packages ## Shoot every page into target/pictures, and the README's into docs/pictures
	@$(MVN) -q test -pl server -am -Djieti.pictures=true -Dtest='$(browsing)' -Dsurefire.failIfNoSpecifiedTests=false
	@cp target/pictures/readme/*.png docs/pictures/
	@git status --short -- docs/pictures

.PHONY: verify
verify: require packages pictures ## What takes long: all of `test`, every page as a picture, the demonstration
	@$(MVN) verify
	@DEMO_CHECK=1 $(MAKE) --no-print-directory demo

.PHONY: check
check: require ## Formatting, compiler warnings and house rules only
	@$(MVN) verify -DskipTests

.PHONY: fmt
fmt: require ## Format the sources
	@$(MVN) -q spotless:apply

.PHONY: golden
golden: require ## Rewrite the golden files; review the difference before committing
	@$(MVN) verify -Djieti.golden=rewrite
	@git status --short -- samples

.PHONY: bench
bench: layout ## Measure; see docs/benchmarks.md
	@benchmarks/start/run

.PHONY: clean
clean: ## Remove everything that was built
	@rm -rf target */target
