"""Maintainers' command: makes the lists of common words that search weighs words by.

    pip install wordfreq==3.1.1 && PYTHONPATH=scripts python tools/common_words.py

Run it only to make the lists anew: building the site reads what it wrote. Wordfreq is no longer
updated and weighs 58 MB, which is why it is not among the requirements.
"""

from __future__ import annotations

import math
from collections import defaultdict
from importlib import import_module
from pathlib import Path

import kb.words
from kb.text import Lang
from kb.words.common import RAREST, STEP
from simplemma import lemmatize


def zipfs(lang: Lang) -> dict[str, float]:
    """How common each dictionary form is in all its forms together: log10 per billion words."""
    shares: dict[str, float] = defaultdict(float)
    for form, share in import_module("wordfreq").get_frequency_dict(str(lang), "best").items():
        if form.isalpha():
            shares[lemmatize(form, lang=str(lang)).lower()] += share
    return {lemma: math.log10(share * 1e9) for lemma, share in shares.items()}


def lines(zipf_of: dict[str, float]) -> list[str]:
    """`5.4 apu hakea`: words that are equally common, the commonest first."""
    steps: dict[int, list[str]] = defaultdict(list)
    for lemma, zipf in zipf_of.items():
        if zipf >= RAREST and lemma.isalpha() and len(lemma) > 1:
            steps[round(zipf / STEP)].append(lemma)
    return [f"{step * STEP:.1f} {' '.join(sorted(steps[step]))}" for step in sorted(steps)[::-1]]


def main() -> None:
    """Write a list for each language."""
    for lang in Lang:
        file = Path(kb.words.__path__[0]) / f"common.{lang}.txt"
        file.write_text("\n".join(lines(zipfs(lang))) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
