# `make demo` shows the product, `make test` tests it; the other targets are for those who work on it.
.DEFAULT_GOAL := help
.PHONY: help setup demo demo-data demo-reset test check nightly bench requirements ocds pictures messages format pins

help: ## say what can be made
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 16

setup: ## install what tests and checks need
	@bin/setup work

demo: ## play the community-meals case and serve it on http://127.0.0.1:8000
	@bin/setup run
	@bin/demo serve

demo-data: ## all of demo but serving
	@bin/setup run
	@bin/demo data

demo-reset: ## throw the demo's data away and play it afresh
	@bin/setup run
	@bin/demo reset

test: setup ## run the tests, on SQLite or on DATABASE_URL; ARGS="-k m3" chooses some
	@bin/test $(ARGS)

check: setup ## format, lint, templates, import contracts, migrations, deployment, translations
	@bin/check

nightly: setup ## the long tests
	@HYPOTHESIS_PROFILE=nightly bin/test -m nightly $(ARGS)

bench: setup ## measure speed and scale
	@bin/bench

requirements: setup ## print what shows each requirement, from the last run of the tests
	@.venv/bin/python -m tests.requirements

ocds: setup ## check the demo's tenders against the schemas of open contracting data in OCDS_SCHEMA
	@bin/demo data
	@ENV_FILE="" DEBUG=true DATABASE_URL="sqlite:///var/demo.sqlite3" .venv/bin/python bin/check_ocds.py "$(OCDS_SCHEMA)"

pictures: setup ## take the README's pictures in a real browser
	@bin/pictures

messages: setup ## collect the sentences to translate
	@ENV_FILE="" DEBUG=true PATH="$(CURDIR)/.venv/bin:$$PATH" bin/messages

format: setup ## put code and templates in their standard form
	@.venv/bin/ruff check --fix --quiet || true
	@.venv/bin/ruff format --quiet
	@bin/templates | xargs -r .venv/bin/djade --target-version 6.1 || true
	@bin/templates | xargs -r .venv/bin/djhtml --tabwidth 2 || true

pins: ## choose the newest packages that the lists allow and write down their hashes
	@bin/pins
