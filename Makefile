# Everything a developer types. `make help` lists it.
# Needs make, git and Python 3.11 or newer; all else goes into .venv and .tools, from pinned and hashed lists.

PY ?= $(shell for name in python3.11 python3 python3.12 python3.13 python; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)
PORT ?= 8000
WORKERS ?= 2

PYTHON := .venv/bin/python
MANAGE := $(PYTHON) manage.py
PYTEST := $(PYTHON) -m pytest
COMPILE := .tools/bin/uv pip compile -q --generate-hashes --no-header --python-version 3.11 $(UPGRADE)

export UV_PYTHON_DOWNLOADS := never
export DJANGO_ENV := dev
export PORT

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run demo test check test-sqlite test-postgres system fmt pins clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# ---- run -------------------------------------------------------------------------------------------------

run: export DATABASE_URL = sqlite:///$(CURDIR)/data/site.sqlite3
run: .venv/run.ok ## Serve the site on http://127.0.0.1:8000 (PORT=... for another port)
	@mkdir -p data
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) publish
	@$(MANAGE) runserver 127.0.0.1:$(PORT)

demo: export DATABASE_URL = sqlite:///$(CURDIR)/data/demo.sqlite3
demo: .venv/run.ok ## The same, filled with made-up sellers; prints a staff login
	@mkdir -p data
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) publish
	@$(MANAGE) demo
	@$(MANAGE) runserver 127.0.0.1:$(PORT)

# ---- test ------------------------------------------------------------------------------------------------

test: system check test-sqlite test-postgres ## Check everything, as continuous integration does

check: .venv/test.ok ## Format, lint, types, arrows, migrations (a minute at most)
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy .
	.venv/bin/lint-imports
	$(MANAGE) makemigrations --check --dry-run

test-sqlite: .venv/test.ok ## All tests, browser included, over SQLite
	env -u DATABASE_URL $(PYTEST) -n $(WORKERS)

test-postgres: .venv/test.ok ## The tests that touch the database, over a throw-away PostgreSQL
	$(PYTHON) -m tests.postgres -- $(PYTEST) -n $(WORKERS) -m storage

system: # Chromium, PostgreSQL and fonts: installed where nobody has to be asked
	@sh tests/system_packages.sh

fmt: .venv/test.ok ## Format the code and mend what can be mended
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .

# ---- environment -----------------------------------------------------------------------------------------
# One environment, two stamps: serving needs run.txt, checking needs test.txt on top of it.

.venv/run.ok: requirements/run.txt requirements/tools.txt
	@rm -rf .venv .tools
	@sh requirements/install.sh "$(PY)" requirements/run.txt
	@touch $@

.venv/test.ok: requirements/test.txt .venv/run.ok
	@sh requirements/install.sh "$(PY)" requirements/test.txt
	@touch .venv/run.ok $@

pins: .venv/run.ok ## Compile requirements/*.in to pinned, hashed lists (UPGRADE=--upgrade for newer versions)
	$(COMPILE) requirements/tools.in -o requirements/tools.txt
	$(COMPILE) requirements/run.in -o requirements/run.txt
	$(COMPILE) -c requirements/run.txt requirements/test.in -o requirements/test.txt

clean: ## Remove the environment and every cache; data/ stays
	rm -rf .venv .tools build .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
