# M100 Hub. `make` alone shows what there is to do.
.DEFAULT_GOAL := help
.PHONY: help setup run demo test lint format bench fuzz docs package clean-data

HOST ?= 127.0.0.1
PORT ?= 8080
VAR ?= var
export M100_DATA ?= $(VAR)
export M100_RESOURCES ?= $(CURDIR)
# The hub of `make run` is a demonstration: it says so on every page and prints the sign-ins.
export M100_DEMONSTRATION ?= true
M100 := .build/release/m100
# Folders count too: their time changes when a file is taken away.
SOURCES := $(shell find Sources) Package.swift

help: ## This list
	@echo "M100 Hub: make TARGET"
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## Install the Debian packages that are missing for building and serving
	@scripts/setup run

# Built only when a source is newer: asking `swift build` would take seconds at every start.
$(M100): $(SOURCES)
	@scripts/setup run
	swift build -c release --product m100
	@touch $@

run: $(M100) ## Serve a hub with the demonstration world on http://127.0.0.1:8080
	@mkdir -p $(VAR)
	@$(M100) demo --if-empty
	@exec $(M100) serve --host $(HOST) --port $(PORT)

demo: $(M100) ## Fill an empty database with the demonstration world
	@mkdir -p $(VAR)
	@$(M100) demo

test: ## All tests: both databases, browser, kill test
	@scripts/test

lint: ## Format, names, translations, reference data
	@scripts/setup lint
	@scripts/lint

format: ## Rewrite the Swift sources in the house format
	swift format format --in-place --parallel --recursive Sources Tests Package.swift

bench: ## Measure functions and the server; writes docs/performance.md
	@scripts/setup bench
	@scripts/bench

fuzz: ## Ten minutes each of odd spreadsheet files and odd inventories, made by a fuzzer
	@scripts/fuzz
	@scripts/fuzz 600 inventories

docs: ## Documentation of the libraries in dist/docs
	@scripts/docs

package: ## A Debian package in dist/
	@scripts/package

clean-data: ## Remove the database and mails of `make run`
	rm -rf $(VAR)
