# Everything starts here: `make demo` to see it, `make test` to check it. Only Python 3.11+ is needed.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
PREPARE = timebank/commands/prepare.py
BIN = .venv/bin

.PHONY: help demo test bench lint format clean assets chromium python installed installed-tests
.NOTPARALLEL:

help:
	@echo "make demo            the demonstration timebank on this machine (RESET=1 starts afresh)"
	@echo "make demo PORT=8080  the same on another port (HANDSETS_PORT= for the telephones)"
	@echo "make test            every check and every test"
	@echo "make bench           the figures, also in var/bench.json"
	@echo "make lint | format | clean"

demo: installed
	@exec $(BIN)/timebank demo $(if $(filter 1 yes true,$(RESET)),--reset)

test: installed-tests chromium lint
	@echo "Running the tests …"
	@$(BIN)/python -m pytest -n 2

bench: installed-tests
	@$(BIN)/python -m tests.bench

lint: installed-tests
	$(BIN)/ruff format --check --quiet
	$(BIN)/ruff check --quiet
	$(BIN)/mypy --no-error-summary
	$(BIN)/lint-imports --no-logo

format: installed-tests
	$(BIN)/ruff check --fix --quiet
	$(BIN)/ruff format --quiet

assets: installed

chromium: installed-tests
	@$(BIN)/python tests/chromium.py

# The data under var/ stays: `make demo RESET=1` is the way to lose it.
clean:
	rm -rf .venv node_modules web/static/built .mypy_cache .ruff_cache .pytest_cache .hypothesis
	rm -rf .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

installed: python
	@$(PYTHON) $(PREPARE)

installed-tests: python
	@$(PYTHON) $(PREPARE) --tests

python:
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo "Python 3.11 or newer is needed: name one with PYTHON=/path/to/python3 make ..." >&2; exit 1; }
