"""Words that search must know: irregular forms, new compounds, terms, words that say little."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import PROJECT
from kb.render.sheet import script
from kb.search.files import files_of
from kb.search.index import IndexBuilder
from kb.search.pages import Document, IndexedSection
from kb.text import Lang
from kb.words.analysis import Analyser
from kb.words.common import common_words
from kb.words.forms import Forms
from kb.words.irregular import irregular_forms, irregular_lemmas
from search_eval import CODE, found_by

ENGINE = PROJECT / "overrides" / CODE
MOST_CODE = 8_000
"""Bytes of the engine and its worker with Brotli."""
BROTLI = """
const { brotliCompressSync } = require("zlib");
console.log(brotliCompressSync(require("fs").readFileSync(0)).length);
"""
needs_node = pytest.mark.skipif(not shutil.which("node"), reason="search runs in Node.js")


def site(out: Path, lang: Lang, pages: list[str], entries: list[str] | None = None) -> Path:
    """A site whose only page about each text is `0`, `1`…; entries stand in one glossary.

    Further lines of a text are its sections, `heading: text`.
    """
    texts = dict(enumerate([*pages, *(entries or [])]))
    documents = {
        number: Document(
            *("sanasto" if number >= len(pages) else str(number), f"{number}/", text.split(".")[0]),
            *("", "", (), ()),
            sections=tuple(_sections(text)),
        )
        for number, text in texts.items()
    }
    for number in range(len(pages), len(texts)):
        documents[number] = _entry(documents[number])
    index = IndexBuilder(lang, Analyser(lang), Forms(lang)).build(documents, {})
    folder, code = out / "assets/search", out / "assets/code/search"
    for path, text in files_of(index).items():
        (folder / "x" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "x" / path).write_text(text, "utf-8")
    code.mkdir(parents=True)
    shutil.copy(ENGINE / "engine.js", code)
    (out / "search.json").write_text(json.dumps(dict.fromkeys(Lang, "x")) + "\n", "utf-8")
    return out


def _sections(text: str) -> Iterator[IndexedSection]:
    lead, *others = text.split("\n")
    yield IndexedSection(text=lead)
    for line in others:
        heading, _, rest = line.partition(": ")
        yield IndexedSection(heading.lower(), heading, rest)


def _entry(document: Document) -> Document:
    return Document(
        *("sanasto", f"sanasto/#{document.url}", document.title, "", "", (), ()),
        prior=0.5,
        sections=document.sections,
    )


@pytest.mark.parametrize(
    ("lemma", "form"),
    [
        *(("sitta", "satt"), ("vinna", "vunnit"), ("innehålla", "innehöll"), ("ge", "gavs")),
        *(("skriva", "skriven"), ("sätta", "satte"), ("god", "bättre"), ("fader", "fäder")),
    ],
)
def test_irregular_forms_lead_both_ways(lemma: str, form: str) -> None:
    assert form in irregular_forms(lemma)
    assert lemma in irregular_lemmas(form)


@pytest.mark.parametrize("word", ["talo", "barn", "beslut"])
def test_most_words_are_regular(word: str) -> None:
    assert not irregular_forms(word)
    assert not irregular_lemmas(word)


@pytest.mark.parametrize(
    ("word", "lemmas"),
    [
        ("stöd", ("stöd", "stöda")),
        ("sitta", ("sitta", "sitt")),
        ("satt", ("sätta", "satta", "sitta")),
        ("böcker", ("bok",)),
        ("träffar", ("träffa", "träff")),
        ("arbetar", ("arbeta",)),
        ("barnens", ("barn",)),
    ],
)
def test_a_swedish_word_has_its_own_lemmas(word: str, lemmas: tuple[str, ...]) -> None:
    assert Analyser(Lang.SV).of(word).lemmas == lemmas


@pytest.mark.parametrize("lang", Lang)
def test_common_words_are_listed_by_how_common_they_are(lang: Lang) -> None:
    listed = common_words(lang)
    often, seldom = ("olla", "aikajana") if lang is Lang.FI else ("vara", "alfabet")
    assert listed[often] > 6 > listed[seldom] > 3.4
    assert "perhekeskus" not in listed and "familjecenter" not in listed


@needs_node
def test_a_question_is_about_its_rare_words(tmp_path: Path) -> None:
    pages = ["Mötesplats. Här hittar man.", "Stipendium. Det delas ut.", "Glass. Den är kall."]
    built = site(tmp_path, Lang.SV, pages)
    assert found_by(built, Lang.SV, ["var hittar man ett stipendium"])[0][0] == "1"


@needs_node
@pytest.mark.slow
@pytest.mark.parametrize(
    ("lang", "typed"),
    [
        (Lang.SV, {"klimatåtgärder": "Åtgärd. Den behövs.", "fattigvård": "Vård. Den ges."}),
        (
            Lang.FI,
            {
                "lukinverkossa": "Verkko. Se kudotaan.",
                "kiusaamistilanne": "Kiusaaminen. Se loppuu.",
            },
        ),
    ],
)
def test_a_new_compound_is_found_by_the_part_that_is_known(
    tmp_path: Path, lang: Lang, typed: dict[str, str]
) -> None:
    built = site(tmp_path, lang, ["Auto. Ajo.", *typed.values()])
    assert [found[0] for found in found_by(built, lang, [*typed])] == ["1", "2"]


@needs_node
@pytest.mark.slow
def test_a_term_s_entry_is_third_at_the_latest(tmp_path: Path) -> None:
    pages = [f"Neuvola {name}. Neuvola, neuvola." for name in ("aa", "bb", "cc", "dd", "ee")]
    built = site(tmp_path, Lang.FI, pages, ["Neuvola. Se on palvelu perheille."])
    assert found_by(built, Lang.FI, ["neuvola"])[0].index("sanasto") <= 2


@needs_node
def test_the_code_of_search_is_small() -> None:
    def size(name: str) -> int:
        code = script((ENGINE / name).read_text("utf-8")).encode()
        done = subprocess.run(["node", "-e", BROTLI], input=code, capture_output=True, check=True)
        return int(done.stdout)

    assert size("engine.js") + size("worker.js") <= MOST_CODE
