# Everything a fresh Debian or Ubuntu machine with Swift 6 needs: `make demo` and `make test` install what is missing.
SHELL := /bin/bash
.SHELLFLAGS := -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help setup build demo test check tck bench lint format install clean

# libyaml reads YAML, libsodium hashes policy files, libedit edits lines at the prompt; tzdata is for expressions that
# name a time zone.
PACKAGES := libyaml-dev libsodium-dev libedit-dev tzdata
PREFIX ?= $(HOME)/.local
DEMO_LANG ?= zh

HUIMIN := .build/release/huimin
TOOLCHAIN := $(dir $(realpath $(shell command -v swift)))
# A program that needs nothing of the machine it runs on, where the toolchain has the static libraries for it.
STATIC := $(if $(wildcard $(TOOLCHAIN)../lib/swift_static),-Xswiftc -static-executable -Xlinker -s)

help: ## say what there is
	@grep -hE '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

setup:
	@command -v swift >/dev/null || { echo "Swift 6.2 or newer is needed: https://www.swift.org/install/linux/"; exit 1; }
	@missing=(); for package in $(PACKAGES); do \
	  dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing+=($$package); done; \
	if [ $${#missing[@]} -gt 0 ]; then \
	  echo "installing $${missing[*]}"; \
	  root=; [ "$$(id -u)" -eq 0 ] || root=sudo; \
	  $$root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$root apt-get install -y -qq $${missing[@]} >/dev/null; fi

build: setup ## build the command line
	@swift build -c release --product huimin $(STATIC) 2>&1 | grep -v 'statically linked applications'

demo: build ## decide for a diner, an association and a young adult, with reasons
	@echo; $(HUIMIN) decide Policies/meal-assistance/putuo.yaml --lang $(DEMO_LANG) --on 2026-01-15 \
	  --facts Policies/meal-assistance/examples/diner-83.yaml
	@echo; $(HUIMIN) decide Policies/social-organisations/direct-registration.yaml --lang $(DEMO_LANG) --on 2026-01-15 \
	  --facts Policies/social-organisations/examples/bakers.yaml
	@echo; $(HUIMIN) decide Policies/child-welfare/anhui-adult-orphans.yaml --lang $(DEMO_LANG) --on 2026-03-10 \
	  --facts Policies/child-welfare/examples/小安.yaml

test: setup ## run every test
	@swift build --build-tests
	@swift test --skip-build 2>&1 | tee .build/tests.log | awk '/^(◇|✔)/ { show = /^✔ Test run/ } /^✘/ { show = 1 } show || /seed/'

check: build ## check the shipped policies and run their test files
	@$(HUIMIN) check Policies && $(HUIMIN) test Policies

tck: build ## run the expressions of the DMN TCK; TCK=FOLDER names its TestCases
	@if [ -d "$(TCK)" ]; then python3 Tests/Conformance/tck.py $(HUIMIN) $(TCK); else \
	  echo "skipped: TCK=$(TCK) is no folder; clone github.com/dmn-tck/tck and name its TestCases"; fi

bench: setup ## measure speed, as ratios and rates
	@swift run -c release Benchmarks 2>/dev/null

lint: ## hold the code to the format
	@swift format lint --strict -r Sources Tests Package.swift

format: ## bring the code into the format
	@swift format -i -r Sources Tests Package.swift

install: build ## put huimin into $(PREFIX)/bin
	@install -D $(HUIMIN) $(PREFIX)/bin/huimin && echo "installed $(PREFIX)/bin/huimin"

clean: ## remove what was built
	@rm -rf .build
