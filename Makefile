# The portal's commands; `make` alone lists them.
# A machine with git, make and Python 3.11 or newer (with venv) is enough: what is
# missing goes into .venv, and is put there again only when a requirements file changes.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test check score bench soak fmt words lint types deploy browser

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
PY := $(BIN)/python
PIP := $(PY) -m pip --disable-pip-version-check install --quiet --requirement
PYTEST := -m pytest --numprocesses auto --maxprocesses 4 --dist worksteal
PRODUCTION := env DEBUG=0 DJANGO_SECRET_KEY=$$($(PY) -c 'import secrets; print(secrets.token_urlsafe(50))') \
	ALLOWED_HOSTS=portal.example SITE_URL=https://portal.example
export DEBUG ?= 1

help:  ## list these commands
	@sed -n 's/^\([a-z]*\):.*  ## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 16

run: $(VENV)/runtime  ## fill a database where there is none, and serve it (PORT=8000)
	@$(PY) manage.py migrate --verbosity 0
	@$(PY) manage.py fill --port $(PORT)
	@exec env SITE_URL=$${SITE_URL:-http://127.0.0.1:$(PORT)} $(PY) manage.py runserver --noreload 127.0.0.1:$(PORT)

test: $(VENV)/development browser  ## run the whole suite (DATABASE_URL=… chooses the database)
	$(PY) $(PYTEST)

check: lint types deploy browser  ## everything the build checks: lint, types, migrations, tests, coverage
	rm -f .coverage .coverage.*
	$(BIN)/coverage run $(PYTEST)
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

score: $(VENV)/runtime  ## compare readings of the corpus with its gold (DETAILS=1 lists what was missed)
	@$(PY) -m tests.corpus $(if $(DETAILS),--details)

bench: $(VENV)/runtime  ## measure pages and the reader (BENCH_SCALE=L: 200,000 commitments)
	@$(PY) -m benchmarks
	@$(PY) -m benchmarks.pages

soak: $(VENV)/development browser  ## the property tests with many more examples, and every page in every way
	$(PY) $(PYTEST) -m "hypothesis or soak" --hypothesis-profile soak

fmt: $(VENV)/development  ## format Python and templates
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .
	$(BIN)/djangofmt check --fix --quiet templates
	$(BIN)/djangofmt --quiet templates
	git ls-files '*.html' | xargs -r $(BIN)/djade --target-version 5.2

words: $(VENV)/runtime  ## collect the texts to translate, and compile their translations
	$(PY) manage.py makemessages --locale vi --locale lo --ignore tests --ignore .venv --no-location --no-wrap
	$(PY) manage.py compilemessages --locale vi --locale lo --ignore .venv
	$(PY) manage.py wording

lint: $(VENV)/development
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djangofmt --check templates
	$(BIN)/djangofmt check templates
	git ls-files '*.html' | xargs -r $(BIN)/djade --check --target-version 5.2
	$(BIN)/lint-imports --no-logo

types: $(VENV)/development
	$(BIN)/mypy .

deploy: $(VENV)/development
	$(PY) manage.py check --fail-level WARNING
	$(PRODUCTION) $(PY) manage.py check --deploy --fail-level WARNING
	$(PY) manage.py makemigrations --check --dry-run

browser:
	@sh .ci/browser

$(VENV)/runtime: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit("$(PYTHON) is Python %d.%d. The portal needs 3.11 or newer: make PYTHON=python3.11 …" % sys.version_info[:2] if sys.version_info < (3, 11) else 0)'
	@echo "Preparing $(VENV) (once, and when requirements.txt changes) …"
	@test -x $(PY) || $(PYTHON) -m venv $(VENV)
	@$(PIP) requirements.txt
	@touch $@

$(VENV)/development: requirements-dev.txt $(VENV)/runtime
	@echo "Adding the tools for tests and checks …"
	@$(PIP) requirements-dev.txt
	@touch $@
