"""The search index as files, with the cache of words that makes the next build quick."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from kb.publish.assets import IMMUTABLE
from kb.publish.files import write
from kb.read.cache import remembered, save
from kb.read.program import code
from kb.read.store import Store, digest
from kb.search.collect import Collector
from kb.search.files import END
from kb.text import Lang
from kb.words.analysis import Analyser
from kb.words.forms import Forms

FOLDER = f"{IMMUTABLE}/search"
VERSIONS = "search.json"
"""Names the folder of each language's index; it alone is read anew each time."""


class SearchIndexFiles:
    """Both languages' indexes below `site`; `cache` is the folder that outlives builds."""

    def __init__(self, cache: Path, site: Path, store: Store) -> None:
        self._memory = cache
        self._site = site
        self._store = store
        self._folders: dict[str, str] = {}

    def put(self, collector: Collector, lang: Lang, between: Callable[[], None]) -> None:
        """Write one language's index and name its folder for the reader's search.

        `between` is called again and again, and may give up.
        """
        collector.add_terms()
        name = digest("index", code(), *collector.content)
        kept = self._store.get(name)
        folder, files = kept or self._made(collector, lang, between)
        if kept is None:
            self._store.put(name, (folder, files))
        between()
        for path, text in files.items():
            write(self._site / FOLDER / folder / path, text)
        self._folders[lang] = folder
        write(self._site / VERSIONS, json.dumps(self._folders) + END)

    def _made(
        self, collector: Collector, lang: Lang, between: Callable[[], None]
    ) -> tuple[str, dict[str, str]]:
        words = self._memory / f"search.{lang}.json"
        forms = self._memory / f"forms.{lang}.json"
        analyser, known = Analyser(lang, remembered(words)), Forms(lang, remembered(forms))
        before = len(analyser.known), len(known.known)
        made = collector.files(analyser, known, self._store, between)
        if (len(analyser.known), len(known.known)) != before or not words.exists():
            save(words, analyser.known)
            save(forms, known.known)
        return made
