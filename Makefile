# What the project can do, on a machine with Python 3.11 or newer, pip and make. `make help` lists it.

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed
RAY    := $(VENV)/.ray

.DEFAULT_GOAL := help

.PHONY: help
help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /: /' | column -t -s ':' 2>/dev/null \
		|| grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST)

.PHONY: demo
demo: $(STAMP) ## install what is missing and summarise the sample article
	$(BIN)/summarize seeds/raqqa-offensive/article.txt

.PHONY: test
test: $(STAMP) ## the tests that take seconds
	$(BIN)/python -m pytest -m "not slow" -n auto

.PHONY: style
style: $(STAMP) ## style, types and layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy tests/typing/api.py docs/corpus_on_ray.py
	$(BIN)/lint-imports

.PHONY: slow
slow: $(RAY) ## the tests that take longer: packaging, simulations, a cluster
	$(BIN)/python -m pytest -m slow

.PHONY: check
check: style test slow evals ## everything that must hold before a change is merged

.PHONY: format
format: $(STAMP) ## let ruff format and sort
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

.PHONY: docs
docs: $(STAMP) ## write the parts of docs/ that come from the code
	$(BIN)/python docs/render.py

.PHONY: evals
evals: $(STAMP) ## check the labels, gate the offline engine and replayed recordings on evals/gates.toml and evals/baselines/
	$(BIN)/summarize eval check seeds
	$(BIN)/summarize eval run seeds --engine offline --summary
	$(BIN)/python evals/recordings/make_by_hand.py --check
	SUMMARIZER_REPAIR=false $(BIN)/summarize eval run seeds --engine replay --recordings evals/recordings/by-hand --summary

.PHONY: bless
bless: $(STAMP) ## make what the engines say now the baselines of make evals; recordings by hand are written anew
	$(BIN)/summarize eval bless seeds --engine offline
	$(BIN)/python evals/recordings/make_by_hand.py
	SUMMARIZER_REPAIR=false $(BIN)/summarize eval bless seeds --engine replay --recordings evals/recordings/by-hand

.PHONY: bench
bench: $(STAMP) ## measure start-up, throughput and verification; the table goes to evals/bench/RESULTS.md
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[bench]"
	$(BIN)/python evals/bench/run.py

.PHONY: lock
lock: ## resolve the newest versions that the ranges allow into constraints.txt
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/python -m pip install --quiet --upgrade pip
	$(VENV)-lock/bin/python -m pip install --quiet --editable ".[dev,bench,ray]"
	(echo "# Versions that CI installs. Written by: make lock"; \
		$(VENV)-lock/bin/python -m pip freeze --exclude-editable) > constraints.txt
	rm -rf $(VENV)-lock

.PHONY: clean
clean: ## remove what the other targets made
	rm -rf $(VENV) $(VENV)-lock build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

$(RAY): $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[ray]"
	@touch $@

$(STAMP): pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[dev]"
	@touch $@
