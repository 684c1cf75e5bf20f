PYTHON ?= python3
BIN = .venv/bin
QUIET_PIP = --quiet --disable-pip-version-check

.PHONY: demo test check broker copies clean

demo: .venv/installed            ## the main job on an embedded broker, over samples/
	$(BIN)/tallywire demo

test: .venv/installed-dev        ## all tests; those on Apache Kafka need Java and Maven
	$(BIN)/pytest

check: .venv/installed-dev       ## what a reviewer would run: style, types
	$(BIN)/ruff check .
	$(BIN)/mypy

broker: .venv/installed          ## Apache Kafka on this machine
	$(BIN)/tallywire broker

copies: .venv/installed-dev      ## recall of copies, measured on generated edits
	$(BIN)/python -m bench.copies

clean:
	rm -rf .venv

.venv/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Tallywire needs Python 3.11 or newer: make PYTHON=python3.11")'
	$(PYTHON) -m venv .venv
	touch $@

.venv/installed: .venv/python pyproject.toml
	$(BIN)/pip install $(QUIET_PIP) -e .
	touch $@

.venv/installed-dev: .venv/python pyproject.toml
	$(BIN)/pip install $(QUIET_PIP) -e '.[dev]'
	touch .venv/installed $@
