# Two commands do everything: make serve, make test. The others are for developers.

PYTHON ?= python3
VENV ?= .venv
PORT ?= 8001
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: serve test lint format archive docs bench clean

serve: $(VENV)/installed  ## load seeds/ into archive.db and serve it on 127.0.0.1
	$(BIN)/seed-archive load seeds
	$(BIN)/seed-archive serve --port $(PORT)

test: $(VENV)/installed-for-tests  ## run every test
	$(BIN)/python -m pytest

lint: $(VENV)/installed-for-tests  ## style, layout and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/installed-for-tests
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

archive: $(VENV)/installed  ## build archive.db again from seeds/, the same bytes each time
	rm -f archive.db
	SOURCE_DATE_EPOCH=1767225600 $(BIN)/seed-archive load seeds --jobs 1

docs: $(VENV)/installed-for-tests  ## write the help texts into README.md and docs/
	$(BIN)/python docs/generate.py

bench: $(VENV)/installed-for-tests  ## measure; writes benchmarks/RESULTS.md
	$(BIN)/python benchmarks/run.py

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml | $(BIN)/python
	$(PIP) install -e .
	touch $@

$(VENV)/installed-for-tests: pyproject.toml tests/constraints.txt | $(BIN)/python
	$(PIP) install -e '.[test]' -c tests/constraints.txt
	touch $(VENV)/installed $@

clean:
	rm -rf $(VENV) build dist *.egg-info
