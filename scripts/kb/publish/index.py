"""The search index as files, with the cache of words that makes the next build quick."""

from __future__ import annotations

import json
from pathlib import Path

from kb.publish.assets import IMMUTABLE
from kb.publish.files import write
from kb.read.cache import remembered, save
from kb.search.collect import Collector
from kb.text import Lang
from kb.words.analysis import Analyser
from kb.words.forms import Forms

FOLDER = f"{IMMUTABLE}/search"
VERSIONS = "search.json"
"""Names the folder of each language's index; it alone is read anew each time."""


class SearchIndexFiles:
    """Both languages' indexes below `site`; `cache` is the folder that outlives builds."""

    def __init__(self, cache: Path, site: Path) -> None:
        self._memory = cache
        self._site = site
        self._folders: dict[str, str] = {}

    def put(self, collector: Collector, lang: Lang) -> None:
        """Write one language's index and name its folder for the reader's search."""
        words = self._memory / f"search.{lang}.json"
        forms = self._memory / f"forms.{lang}.json"
        analyser, known = Analyser(lang, remembered(words)), Forms(lang, remembered(forms))
        collector.add_terms()
        folder, files = collector.files(analyser, known)
        for path, text in files.items():
            write(self._site / FOLDER / folder / path, text)
        self._folders[lang] = folder
        write(self._site / VERSIONS, json.dumps(self._folders) + "\n")
        save(words, analyser.known)
        save(forms, known.known)
