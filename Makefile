# make demo    build the example bindings and run them on real input
# make test    run the tests
# make lint    formatting rules and types
# make rules   the marshalling rules, each with the tests that show it to hold or the reason why there is none
# make guarantees   what C may do to what it is given, and what may fail, cell by cell
# make sanitize     the behavioural tests under AddressSanitizer, UndefinedBehaviorSanitizer and LeakSanitizer
# make bench   measure generated stubs against C written by hand and against other binding tools, in .venv-bench
# make torture      threads that make, use, close and drop handles and callables at random, plain and under AddressSanitizer
# make clean   remove everything that was made
#
# Each makes the virtual environment .venv when it is needed, with $(PYTHON) or the newest Python found.

VENV   := .venv
BENCH  := .venv-bench
RUN    := $(VENV)/bin/python
PIP    := $(RUN) -m pip --disable-pip-version-check --quiet
PYTEST := $(RUN) -m pytest -q
# Hundreds of processes import what is here: none needs to compile it again.
unexport PYTHONDONTWRITEBYTECODE
# Each worker takes whole files, in their order; "make test WORKERS=0" runs them in one process.
WORKERS ?= auto
# Where a test has memory run out, a worker would lose what it is told next. Pytest ends with 5 if there was nothing to run.
run_tests = $(PYTEST) -n $(WORKERS) --no-loadscope-reorder -m "$(1) and not alone" $(2) $(ARGS) || [ $$? -eq 5 ]; \
	$(PYTEST) -m "$(1) and alone" $(2) $(ARGS) || [ $$? -eq 5 ]

# What holds whichever way arguments cross and for whichever API: "make test" runs it as the plan decides, "make slow" forced
# to pin, and built for one Python. What "make sanitize" does not run forced to copy, "make slow" does.
BEHAVIOUR := tests/calls tests/failures tests/records tests/guarantees

COMMA := ,

.DELETE_ON_ERROR:
.PHONY: demo test slow lint rules guarantees sanitize torture bench clean

demo: $(VENV)/.base
	@echo "building the example bindings"
	@$(PIP) install --no-build-isolation -e ./examples
	@$(RUN) examples/demo.py

test: $(VENV)/.test
	@set -e; $(call run_tests,not slow)

slow: $(VENV)/.test
	@set -e; $(call run_tests,slow)
	@set -e; $(call run_tests,not slow,--modes pin$(COMMA)full $(BEHAVIOUR))
	@set -e; $(call run_tests,not slow,--modes copy tests/records)

lint: $(VENV)/.dev
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy

rules: $(VENV)/.base
	@$(RUN) -m tests.support.rules

guarantees: $(VENV)/.test
	@$(RUN) -m tests.support.guarantee_runs

sanitize: $(VENV)/.test
	@$(RUN) -m tests.support.sanitize

bench: $(BENCH)/.bench
	$(BENCH)/bin/python benchmarks/run.py $(ARGS)

# A minute each; "make torture ARGS='--seconds=5 --seed=7'" for less, or for others.
torture: $(VENV)/.test
	@$(RUN) -m tests.support.torture $(ARGS)
	@$(RUN) -m tests.support.torture --sanitize $(ARGS)

clean:
	rm -rf $(VENV) $(BENCH) benchmarks/build build dist examples/build *.egg-info examples/*.egg-info examples/bindings/*/
	rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A stamp is made last, so that an interrupted installation is done again.
$(VENV)/.base: pyproject.toml setup.py tools/venv.sh
	@tools/venv.sh $(VENV)
	@echo "installing interop and what it needs"
	@$(PIP) install "setuptools>=65" wheel
	@$(PIP) install --no-build-isolation -e .
	@touch $@

$(VENV)/.test: $(VENV)/.base
	@echo "installing what the tests need"
	@$(PIP) install --no-build-isolation -e ".[test]"
	@touch $@

$(VENV)/.dev: $(VENV)/.test
	@echo "installing what the linters need"
	@$(PIP) install --no-build-isolation -e ".[dev]"
	@touch $@

$(BENCH)/.bench: pyproject.toml setup.py tools/venv.sh
	@tools/venv.sh $(BENCH)
	@echo "installing interop and the tools it is compared with"
	@$(BENCH)/bin/python -m pip --disable-pip-version-check --quiet install "setuptools>=65" wheel
	@$(BENCH)/bin/python -m pip --disable-pip-version-check --quiet install --no-build-isolation -e ".[bench]"
	@touch $@
