# The only place where commands live: people, CI and the README use these targets.
#   make serve   the site with live reload          make test   everything that must hold; make test-fast  what needs no browser
#   make trials  every page, language, width and failure of which make test tries a part
#   make build   the site into $(SITE)              make check  findings in the content
#   make publish TO=/srv/lape   the site with its PDF for readers, whole or not at all; TO=s3:bucket for an object store
#   make rollback TO=…   readers see the release before again
#   make pdf     the same site with all its pages as one PDF per language
#   make editor  the form editor, bundled; then EDITOR=1 make build has it under /toimitus/
#   make editor-trial   what officials do in it, in a browser; make editor-film with a picture of each step
#   make format  the data files in house style
#   make picture FILE=docs/teemat/piha.jpg   a picture small enough for the site
#   make translations   which sections say the same in both languages; with SINCE=main what this branch leaves behind
#   make confirm SECTION=teemat/perhekeskus#maara   a section or a page is in step; make tidy after a page or an id got another name
#   make proposal   what a reviewer of this branch wants to see: proposal/summary.md and proposal/site/
#   make links, make reviews   addresses that no longer answer, pages due for review (in reports/)
#   make bench   how long builds take, beside the stock theme: whole, after one change, after none
#   make bench-saves   how long it takes from a save to the page under make serve
#   make check-bench   how long a check takes, to 4,000 generated pairs of pages
#   make guide-pictures   the pictures of the editors' guide again, when the look has changed
#   make cards   the pictures that links to the site show, and its icons, again
#   make search-eval   how well search answers, beside two others
#   make audit-supply   what the registries know to be wrong with what is installed, and a list of it all (in reports/)
#   make any-text, make fuzz   broken files by the thousand: findings, never an exception
#   make same-warm   the site after random edits, with what earlier builds kept and without it: the same bytes
#   make known-words   what travels with the project of its own words, worked out anew
#   make clean-cache   forget what builds and checks remember
#   make breaks   one broken character or line, 500 times: told at its line, and nothing else
#   make same-twice   the site with its PDF, built in two places as two people: the same bytes
#   make audit   Lighthouse and weights, beside the stock theme
#   make publish-trial   what publishing promises, with servers under load and runs killed
#   make attack   hostile pages in a browser, behind the build's cleaning alone and behind the policy alone
#   make screenshots   pictures of every kind of page in $(PICTURES), by Chromium and, where it is, Firefox
#   make search-bench  what search transfers and how fast it is, to 10,000 pages

SHELL := /bin/sh
# A variable that the code host does not have comes as an empty one; mkdocs.yml knows what it is then.
ifeq ($(SITE_URL),)
unexport SITE_URL
endif
.DEFAULT_GOAL := help

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
TOOLS := $(VENV)/ready-to-publish
SITE ?= site
ADDRESS ?= 127.0.0.1:8000
CONTENT := docs overrides scripts styles mkdocs.yml
# Where proposals are merged, and so where links for editing lead: what the code host says, or the one of these that there is.
MAIN_BRANCH ?= $(or $(patsubst origin/%,%,$(shell git symbolic-ref --quiet --short refs/remotes/origin/HEAD 2>/dev/null)),$(shell \
	for b in main master; do git rev-parse --quiet --verify "origin/$$b" >/dev/null 2>&1 || \
	git rev-parse --quiet --verify "$$b" >/dev/null 2>&1 && { echo $$b; break; }; done),main)
export EDIT_URI ?= edit/$(MAIN_BRANCH)/docs/

# Material prints its end-of-life notice at every build; the README carries the date instead.
export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true

# Python 3.11 or newer with what makes an environment, which Debian has in a package of its own; the first of these that is so.
FIT := import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do "$$p" -c '$(FIT)' 2>/dev/null && { echo "$$p"; break; }; done)

.PHONY: readability help serve build pdf pdf-system check test trials lint types layers system lock clean
.PHONY: same-with-properdocs search-eval audit search-bench translations check-bench addresses commit-addresses format
.PHONY: confirm tidy publish rollback serving publish-trial audit-supply any-text breaks fuzz same-twice heading-face
.PHONY: attack guide-pictures cards annotate proposal test-fast test-proposal preview comment links reviews issue screenshots
.PHONY: bench bench-saves clean-cache known-words same-warm picture editor editor-trial editor-film

help:
	@sed -n 's/^#   //p' Makefile

$(READY): requirements.txt
	@$(or $(PYTHON),false) -c '$(FIT)' 2>/dev/null || { \
		what="Python 3.11 or newer" package=python3-venv; \
		if $(or $(PYTHON),python3) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then what="The venv module of Python"; \
		elif command -v python3 >/dev/null; then package=python3.11-venv; fi; \
		echo "$$what is missing: install it (on Debian and Ubuntu: sudo apt install $$package), or without root name a Python" \
			"of your own that has it, as in make PYTHON=/path/to/python3." >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $(READY)

# The form editor as files of our own; a build with EDITOR=1 has them under /toimitus/.
EDITOR_FILES := editor/dist
ICONS = editor/node_modules/@sveltia/cms/npm/assets/material-symbols-outlined-latin-wght-normal-*.woff2

# By convention EDITOR is a program that edits text: only a 1 asks for ours.
EDITOR_WANTED := $(if $(filter 1,$(EDITOR)),$(EDITOR_FILES)/editor.js)

editor: $(EDITOR_FILES)/editor.js

$(EDITOR_FILES)/editor.js: $(READY) editor/node_modules/ready editor/build.mjs tools/editor_icons.py $(wildcard editor/src/* editor/src/strings/*)
	@cd editor && node build.mjs
	@PYTHONPATH=tools $(BIN)/python -m editor_icons $(ICONS) $(EDITOR_FILES)

editor/node_modules/ready: editor/package.json editor/package-lock.json
	@command -v npm >/dev/null || { echo "Install Node.js 18 or newer with npm, then run make again." >&2; exit 1; }
	@cd editor && npm install --no-save --ignore-scripts --no-fund --no-audit --loglevel=error >/dev/null
	@touch $@

serve: $(READY)
	@echo "http://$(ADDRESS)/  ja / och  http://$(ADDRESS)/sv/"
	@SITE_URL=http://$(ADDRESS)/ $(BIN)/mkdocs serve --dev-addr $(ADDRESS)

# Built beside the old site and swapped in only when it is whole: a failed build changes nothing.
build: $(READY) $(EDITOR_WANTED)
	@$(BIN)/python scripts/build.py "$(SITE)"

# Pages link to the PDF only in a build that makes it, so that no link ever leads nowhere.
pdf: export PDF := 1
pdf: pdf-system build

# TO is a folder that a web server reads, or an object store by a remote of rclone: s3:bucket.
publish: $(if $(findstring :,$(TO)),$(TOOLS)) $(READY) pdf-system $(EDITOR_WANTED)
	@$(if $(TO),,echo "make publish TO=/srv/lape" >&2; exit 2;) $(BIN)/python scripts/publish.py "$(TO)"

rollback: $(if $(findstring :,$(TO)),$(TOOLS)) $(READY)
	@$(if $(TO),,echo "make rollback TO=/srv/lape" >&2; exit 2;) $(BIN)/python scripts/publish.py --rollback "$(TO)"

# rclone, which only an object store needs; it comes as a program.
$(TOOLS): requirements-publish.txt $(READY)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

# What servers tell browsers, as settings for them.
serving: $(READY)
	@$(MEASURE) serving_files

check: $(READY)
	@$(BIN)/python scripts/check.py $(CHECK)

# Every data file in house style; what it says does not change.
format: $(READY)
	@$(BIN)/python scripts/format.py

# A picture that is too large, made smaller in its place.
picture: $(READY)
	@$(if $(FILE),,echo "make picture FILE=docs/teemat/piha.jpg" >&2; exit 2;) $(BIN)/python scripts/picture.py $(FILE)

# The addresses of new pages, added to the list that keeps every published address alive. The workflow that publishes
# does both: the second writes the list to the main branch at the code host.
addresses: $(READY)
	@$(BIN)/python scripts/check.py --addresses >> docs/_data/addresses.yml

commit-addresses:
	@$(ALONE) scripts/github.py addresses docs/_data/addresses.yml

# Ours beside the stock theme in one run; BENCH=100 is done in a minute or two.
BENCH ?= 100 1000
ROUNDS ?= 1

bench: export ROUNDS := $(ROUNDS)
bench: $(READY)
	@PYTHONPATH=scripts:tools:tests:benchmarks $(BIN)/python -u -m builds $(BENCH)

bench-saves: $(READY)
	@PYTHONPATH=scripts:tools:tests:benchmarks $(BIN)/python -u -m saves $(PAGES_SERVED)

check-bench: $(READY)
	@PYTHONPATH=scripts:tools:tests $(BIN)/python -m check_bench $(PAGES_CHECKED)

translations: $(READY)
	@$(BIN)/python scripts/translations.py status $(if $(SINCE),--changed-since $(SINCE))

confirm: $(READY)
	@$(if $(SECTION),,echo "make confirm SECTION=teemat/perhekeskus#maara" >&2; exit 2;) $(BIN)/python scripts/translations.py confirm $(SECTION)

tidy: $(READY)
	@$(BIN)/python scripts/translations.py tidy

# What the workflows in .github/ run; SINCE is the commit that a proposal starts from. `annotate` writes GitHub's annotations
# and its job's summary. Whatever `proposal` makes is only data to `preview` and `comment`, which run no code of a proposal.
# What is given a key or a token runs on Python alone, with no package from anybody beside it.
ALONE = $(or $(PYTHON),python3)
FROM = $(or $(SINCE),$(shell git rev-parse --quiet --verify "origin/$(MAIN_BRANCH)" >/dev/null && echo origin/)$(MAIN_BRANCH))
PROPOSAL := proposal
REPORTS := reports
PREVIEWED = $(wildcard $(PROPOSAL)/site/index.html)

annotate: $(READY)
	@$(BIN)/python scripts/check.py --format github --changed-since "$(FROM)"

# GitHub takes a printed line for a command to its runner; what a proposal's pages make a build print is none.
proposal: $(READY)
	@if [ -n "$$GITHUB_ACTIONS" ]; then echo "::stop-commands::$$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')"; fi
	@rm -rf $(PROPOSAL) && mkdir $(PROPOSAL)
	@{ $(BIN)/python scripts/check.py --format markdown --changed-since "$(FROM)" --edit-url "$$EDIT_URL" \
			$(if $(filter true,$(FROM_FORM)),--from-form); echo; \
		$(BIN)/python scripts/translations.py status --changed-since "$(FROM)" --edit-url "$$EDIT_URL"; } >$(PROPOSAL)/summary.md
	@$(MAKE) --no-print-directory build SITE=$(PROPOSAL)/site

preview:
	@if [ -z "$(PREVIEWED)" ]; then echo "$(PROPOSAL)/site: no built site" >&2; \
	elif [ -z "$$PREVIEW_REPOSITORY" ]; then echo "PREVIEW_REPOSITORY is not set: the preview stays an artefact" >&2; \
	elif number=$$($(ALONE) scripts/github.py number) && [ -n "$$number" ]; then \
		$(ALONE) scripts/preview.py $(PROPOSAL)/site "$$number" "$$PREVIEW_REPOSITORY"; fi

comment:
	@$(ALONE) scripts/github.py comment $(PROPOSAL)/summary.md $(if $(PREVIEWED),--preview "$$PREVIEW_URL")

links: build
	@mkdir -p $(REPORTS) && $(BIN)/python scripts/links.py "$(SITE)" >$(REPORTS)/links.md && cat $(REPORTS)/links.md

# The check fails on errors only, and they do not hide what is due.
reviews: $(READY)
	@mkdir -p $(REPORTS) && { $(BIN)/python scripts/check.py --format json || [ $$? = 1 ]; } >$(REPORTS)/check.json
	@$(BIN)/python scripts/reviews.py <$(REPORTS)/check.json >$(REPORTS)/reviews.md && cat $(REPORTS)/reviews.md

# The tools have an environment and a lock of their own. Exit 1 if anything is known, 2 if a registry gave no answer.
AUDIT := $(VENV)/audit
LOCKS := requirements.txt $(wildcard tools/*-requirements.txt */package-lock.json tests/*/package-lock.json)

$(AUDIT)/ready: tools/audit-requirements.txt $(READY)
	@$(BIN)/python -m venv $(AUDIT)
	@$(AUDIT)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

audit-supply: $(AUDIT)/ready
	@mkdir -p $(REPORTS) && rm -f $(REPORTS)/supply.md
	@$(AUDIT)/bin/cyclonedx-py requirements requirements.txt --output-reproducible --output-file $(REPORTS)/sbom.json
	@PATH="$(CURDIR)/$(AUDIT)/bin:$$PATH" $(BIN)/python scripts/supply.py $(REPORTS)/supply.md $(LOCKS)

# KIND=links, reviews or supply: one open issue each, closed when there is nothing to say.
issue:
	@$(ALONE) scripts/github.py issue "$(KIND)" "$(REPORTS)/$(KIND).md"

# LIX of every page, the hardest first; Finnish and Swedish differ by nature.
readability: $(READY)
	@$(BIN)/python scripts/check.py --lix

# Several workers: each has its share of the files and takes of the others' when it is done.
AT_ONCE := --numprocesses auto --maxprocesses 4 --dist worksteal

test: $(READY) system tests/html/node_modules/ready editor/node_modules/ready lint types layers
	@$(BIN)/python -m pytest $(AT_ONCE)

# The tests of which `make test` tries a part (`tests/sampling.py`), with all of what they can try.
trials: $(READY) system
	@TRIALS=whole $(BIN)/python -m pytest $(AT_ONCE) $$(grep -lE '^(from|import) sampling' tests/test_*.py)

# What needs no browser and no whole site: rules, cases, words, model, one toy build. For whoever waits.
test-fast: $(READY) lint types layers
	@$(BIN)/python -m pytest $(AT_ONCE) -m "not slow"

# A proposal that changes only content cannot break the code.
test-proposal: $(READY)
	@if git diff --quiet "$(FROM)" HEAD -- . ':!docs'; then $(MAKE) --no-print-directory test-fast; \
	else $(MAKE) --no-print-directory test trials; fi

lint: $(READY)
	@$(BIN)/ruff check scripts tools tests benchmarks
	@$(BIN)/ruff format --check scripts tools tests benchmarks
	@$(BIN)/actionlint -shellcheck= -pyflakes=
	@$(BIN)/zizmor --offline --quiet --no-progress --strict-collection .github

types: $(READY)
	@$(BIN)/mypy

layers: $(READY)
	@PYTHONPATH=scripts $(BIN)/lint-imports --no-cache

# What pip cannot bring, by Debian's names: installed here as root on Debian, asked for otherwise.
PDF_PACKAGES := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 libvoikko1 voikko-fi \
	fonts-sil-charis fonts-lato fonts-dejavu-core
SERVERS := nginx libnginx-mod-http-brotli-static caddy
TRIAL_PACKAGES := $(SERVERS) wrk
TEST_PACKAGES := $(PDF_PACKAGES) $(SERVERS) chromium-headless-shell hunspell hunspell-sv w3m
# The HTML checker needs Java and npm, from wherever they are.
TEST_PACKAGES += $(if $(shell command -v java),,default-jre-headless) $(if $(shell command -v npm),,nodejs npm)
define install
	@if ! dpkg -s $(1) >/dev/null 2>&1; then \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(1) >/dev/null; \
		else \
			echo "$(2): $(1) (Debian's names). Install them, then run make again." >&2; exit 1; \
		fi; \
	fi
endef

system:
	$(call install,$(TEST_PACKAGES),The tests need two browsers and two spellers and two servers and Java and npm and what draws PDF)

pdf-system:
	$(call install,$(PDF_PACKAGES),PDF needs Pango and Voikko and two fonts)

# What publishing promises, tried with servers on this machine (half an hour); TRIAL="--part nginx --seconds 10" for a part of it.
publish-trial: $(TOOLS) $(VENV)/ready-to-try
	$(call install,$(TRIAL_PACKAGES),The trial of publishing needs two servers and what asks them)
	@$(MEASURE) publishing.trial $(TRIAL)

$(VENV)/ready-to-try: requirements-trial.txt $(READY)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

# What npm brings, each folder for one purpose: tests/html checks pages, tests/audit measures them,
# tests/search compares search. `npm ci` would refuse a lock file that was made where Pagefind's programs for other systems are not to be had.
tests/%/node_modules/ready: tests/%/package.json tests/%/package-lock.json
	@command -v npm >/dev/null || { echo "Install Node.js 18 or newer with npm, then run make again." >&2; exit 1; }
	@cd tests/$* && npm install --no-save --ignore-scripts --no-fund --no-audit --loglevel=error >/dev/null
	@touch $@

# The way out of MkDocs 1.x: the maintained fork must give the same files but for its own name.
same-with-properdocs: $(READY)
	@$(BIN)/python -m pytest tests/test_site_build.py -k properdocs

# Whatever is in a file: EXAMPLES of each property, as `make test` tries a few of; and a fuzzer that sees which code it reaches.
# `make breaks` breaks one character or line at BREAKS places, and tells where that is told badly.
EXAMPLES ?= 2000
BREAKS ?= 500
SEED ?= 15
SECONDS ?= 600
FUZZED ?= .cache/fuzz

breaks: $(READY)
	@PYTHONPATH=scripts:tests $(BIN)/python -m breaks $(BREAKS) $(SEED)

any-text: $(READY)
	@ANY_TEXT=long EXAMPLES=$(EXAMPLES) $(BIN)/python -m pytest tests/test_any_text.py

fuzz: $(READY)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tools/fuzz-requirements.txt
	@PYTHONPATH=scripts:tests $(BIN)/python -m fuzz $(FUZZED) $(SECONDS)

# Where the project stands, who builds it, where and when leave no trace in what is published.
same-twice: $(READY) pdf-system
	@PYTHONPATH=scripts:tests $(BIN)/python -m same_twice

# What an earlier build kept never shows: EDITED times some edits, built with it and without it.
EDITED ?= 100

same-warm: $(READY)
	@EXAMPLES=$(EDITED) $(BIN)/python -m pytest tests/test_kept.py

# What the project brings of its own words, worked out anew: after a change of kb/words or of a word list by others.
known-words: $(READY)
	@$(MEASURE) known_words

# What officials do in the form editor, and bad days, in a browser beside a stand-in of the code host (ten minutes);
# `make editor-film` keeps a picture of each step in $(PICTURES).
editor-trial: $(READY) system editor
	@$(BIN)/python -m pytest $(addprefix tests/editor_,trial.py preview.py bad_days.py deleting.py) $(TRIAL)

editor-film: export FILM := $(abspath $(PICTURES))
editor-film: TRIAL := -k "role or term or event or source or pair"
editor-film: editor-trial

# Measured, in Node.js: search, and pages as phones meet them. GROWN is how many pages per language
# a site grows by, RUNS how often Lighthouse looks.
MEASURE := PYTHONPATH=scripts:tools:tests $(BIN)/python -m
GROWN ?= 1000
RUNS ?= 3
PAGES ?= 100 1000 10000

search-eval: $(READY) tests/search/node_modules/ready
	@$(MEASURE) search.compare

search-bench: $(READY)
	@$(MEASURE) search.bench $(PAGES)

guide-pictures: $(READY) system
	@$(MEASURE) guide_pictures

cards: $(READY)
	$(call install,chromium fonts-urw-base35 fonts-lato,The cards need a browser and the two faces of the site)
	@$(MEASURE) cards

# FROM is files/literata-latin-600-normal.woff2 of the npm package @fontsource/literata.
heading-face: $(READY)
	@$(MEASURE) heading_face $(FROM)

audit: $(READY) system tests/audit/node_modules/ready
	$(call install,chromium,Lighthouse needs Chromium)
	@$(MEASURE) audit.report $(GROWN) $(RUNS)

# Some minutes; LAYERS=none shows what acts when nothing stands in the way.
attack: $(READY) system
	@$(MEASURE) attacks.trial $(LAYERS)

# To be looked at, not compared: 1280, 390 and 320 px, light and dark, both languages.
PICTURES ?= screenshots
screenshots: system build
	@$(MEASURE) audit.screenshots "$(SITE)" "$(PICTURES)"

# Needs uv (pip install uv); everything else needs only pip.
lock:
	for part in requirements requirements-publish requirements-trial tools/audit-requirements tools/fuzz-requirements; do \
		uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
			--no-emit-find-links --custom-compile-command "make lock" $$part.in -o $$part.txt || exit 1; done

# What builds and checks remember: they only take longer without it.
clean-cache:
	rm -rf .cache .site.built

clean:
	rm -rf $(VENV) site .site.lock .site.built site.new* site.old .mypy_cache .ruff_cache .pytest_cache
