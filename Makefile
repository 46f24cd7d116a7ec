# Two commands on a fresh machine: `make demo` and `make test`. Everything they need is set up
# in .venv, with the exact versions of constraints.txt.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT := out
SHARED := ../shared
PIP := $(BIN)/python -m pip --disable-pip-version-check -q

# what dozens of processes run is compiled once, also where that is turned off
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := check
.PHONY: help demo serve-demo bench-desk test test-long check fix lint types imports packs golden gate gate-pin unread seeds general compile test-compiled bench quality docs facts catalogues browser pictures clean

help: ## list the commands
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "error: Traktat needs Python 3.11 or newer; try 'make PYTHON=python3.11 …'" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
	  || { rm -rf $(VENV); echo "error: no venv module; on Debian: apt-get install python3-venv" >&2; exit 1; }

$(VENV)/.stamp-run: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "setting up .venv …" >&2
	@$(PIP) install -c constraints.txt -e '.[desk]'
	@touch $@

$(VENV)/.stamp-dev: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "setting up .venv with the test tools …" >&2
	@$(PIP) install -c constraints.txt -e '.[desk,test,lint]'
	@touch $@ $(VENV)/.stamp-run

$(VENV)/.stamp-bench: pyproject.toml constraints.txt | $(VENV)/.stamp-dev
	@echo "setting up .venv with what the benchmarks compare against …" >&2
	@$(PIP) install -c constraints.txt -e '.[desk,test,lint,bench]'
	@touch $@

demo: $(VENV)/.stamp-run ## read the example reports, print the record, write the HTML dossiers
	@$(BIN)/python examples/demo.py $(OUT)

serve-demo: $(VENV)/.stamp-run ## open the desk on the example reports
	@mkdir -p $(OUT)
	@test -f $(OUT)/demo.db || $(BIN)/traktat build examples/reports --store $(OUT)/demo.db
	@$(BIN)/traktat serve --store $(OUT)/demo.db

test: $(VENV)/.stamp-dev ## run the tests (needs nothing but Python 3.11, make and git)
	@$(BIN)/python -m pytest -q -n 2 --dist loadgroup -m "not browser and not long"

test-long: $(VENV)/.stamp-dev ## run the tests that take many seconds each
	@$(BIN)/python -m pytest -q -n 2 --dist loadgroup -m long tests

check: lint types imports test test-long packs docs gate ## everything CI runs

lint: $(VENV)/.stamp-dev
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .

types: $(VENV)/.stamp-dev
	@$(BIN)/mypy --no-error-summary

imports: $(VENV)/.stamp-dev
	@$(BIN)/lint-imports --no-logo 2>/dev/null || $(BIN)/lint-imports

packs: $(VENV)/.stamp-dev ## check every language pack against its own sentences
	@$(BIN)/traktat packs check id en ms --pack examples/packs/ms

fix: $(VENV)/.stamp-dev ## format and mend what can be mended
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

golden: $(VENV)/.stamp-dev ## rewrite the expected files of the golden cases and show what changed
	@test -z "$$CI" || { echo "error: golden files are never rewritten in CI" >&2; exit 1; }
	@$(BIN)/python -m tests.golden.rewrite
	@git diff --stat tests/golden

gate: $(VENV)/.stamp-dev ## score the labelled reports against the pinned floors
	@$(BIN)/python quality/gate.py

gate-pin: $(VENV)/.stamp-dev ## raise the floors to today's scores (never lowers one)
	@$(BIN)/python quality/gate.py --pin

quality: $(VENV)/.stamp-dev ## regenerate docs/explanation/quality.md
	@$(BIN)/python quality/gate.py --page docs/explanation/quality.md

unread: $(VENV)/.stamp-dev ## score the reports labelled apart from the program
	@$(BIN)/python quality/unread.py

seeds: $(VENV)/.stamp-dev ## run the five seed reports and compare them with their checklist
	@$(BIN)/python quality/seeds.py

general: $(VENV)/.stamp-dev ## count false acts in ordinary reports, by the sheet of judgements
	@$(BIN)/python quality/general.py

compile: build/.stamp-compiled ## compile the hot rooms beside the sources, where there is a C compiler

build/.stamp-compiled: $(VENV)/.stamp-bench $(wildcard compiling/*.py) compiling/cold.h examples/reports $(shell find src/traktat -name '*.py' -o -name '*.toml' -o -name '*.txt')
	@mkdir -p build
	@echo "compiling the hot rooms, some minutes …" >&2
	@$(BIN)/python compiling/build.py 2>&1 | grep -v warning
	@touch $@

test-compiled: compile ## run the tests of the reading on the compiled rooms
	@PYTHONPATH=build/compiled $(BIN)/python -m pytest -q -n 2 tests/lang tests/press tests/reading tests/golden tests/properties

bench: $(VENV)/.stamp-bench compile ## print the ratios of speed and memory, accuracy beside them
	@$(BIN)/python benchmarks/run.py
	@$(BIN)/python -m benchmarks.fusion

bench-desk: $(VENV)/.stamp-dev ## time the desk under twenty readers on 10,000 made-up reports
	@$(BIN)/python -m benchmarks.desk

docs: $(VENV)/.stamp-dev ## rebuild the generated pages and fail if one had changed
	@$(BIN)/python docs/build.py --check

facts: $(VENV)/.stamp-dev ## rebuild the derived tables of facts and packs
	@$(BIN)/python quality/make_facts.py

catalogues: $(VENV)/.stamp-dev ## bring the desk's catalogues in step with its pages
	@$(BIN)/python quality/catalogues.py

browser: $(VENV)/.stamp-dev ## drive the desk and the HTML dossier in Debian's Chromium
	@$(PIP) install -c constraints.txt -e '.[browser]'
	@$(BIN)/python -m pytest -q -m browser tests/browser

pictures: demo ## take the pictures of the docs from the demo's desk and dossiers
	@$(PIP) install -c constraints.txt -e '.[browser]'
	@$(BIN)/python docs/pictures.py $(OUT)

clean: ## remove what the other commands made
	rm -rf $(VENV) $(OUT) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
