PYTHON ?= python3
BIN = .venv/bin
QUIET_PIP = --quiet --disable-pip-version-check

.PHONY: demo test check broker copies copies-rensa quality chaos made-copy reading bench bench-quick clean

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

copies-rensa: .venv-rensa/installed   ## our index of copies beside rensa's: recall, guesses, speed
	.venv-rensa/bin/python -m bench.copies_rensa

quality: .venv/installed-dev    ## how well figures are read, on labelled paragraphs
	$(BIN)/python -m tests.golden.scoring

made-copy: .venv/installed-dev  ## which words and shapes are misread, on sentences made by rule
	$(BIN)/python -m tests.wire_copy

chaos: .venv/installed-dev      ## everything that can happen to real workers on Apache Kafka; 10 to 15 minutes
	$(BIN)/python -m tests.chaos

reading: .venv-recognizers/installed   ## sentences read a second, and how many times as fast as Recognizers-Text
	.venv-recognizers/bin/python -m bench.reading --against recognizers

bench: .venv/installed-dev .venv-quix/installed         ## speed, beside a bare loop and Quix Streams; 40 minutes
	$(BIN)/python -m bench.speed

bench-quick: .venv/installed-dev .venv-quix/installed   ## the same with fewer rounds; four minutes
	$(BIN)/python -m bench.speed --quick

clean:
	rm -rf .venv .venv-quix .venv-recognizers .venv-rensa

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

.venv-quix/installed: bench/quix.txt
	$(PYTHON) -m venv .venv-quix
	.venv-quix/bin/pip install $(QUIET_PIP) -r bench/quix.txt
	touch $@

.venv-recognizers/installed: bench/recognizers.txt pyproject.toml
	$(PYTHON) -m venv .venv-recognizers
	.venv-recognizers/bin/pip install $(QUIET_PIP) -e . -r bench/recognizers.txt
	touch $@

.venv-rensa/installed: bench/rensa.txt pyproject.toml
	$(PYTHON) -m venv .venv-rensa
	.venv-rensa/bin/pip install $(QUIET_PIP) -e . -r bench/rensa.txt
	touch $@
