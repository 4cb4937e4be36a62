"""Measures of search quality, from the place of the right page among the first ten results."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

DEPTH = 10
"""How many results are looked at."""
ALL = "all"
_LAST_WORD = re.compile(r"(\w{6,})\W*$")


@dataclass(frozen=True, slots=True)
class Query:
    """One thing that a reader types, and the stems of the pages that answer it."""

    id: str
    type: str
    text: str
    relevant: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """A query and the keys of the pages that came, best first."""

    query: Query
    keys: tuple[str, ...]

    @property
    def rank(self) -> int | None:
        """The place of the first page that answers, from 1; None if none is among the first ten."""
        for number, key in enumerate(self._best, 1):
            if any(names(stem, key) for stem in self.query.relevant):
                return number
        return None

    @property
    def recall(self) -> float:
        """The share of the pages that answer that are among the first ten."""
        relevant = set(self.query.relevant)
        return sum(any(names(stem, key) for key in self._best) for stem in relevant) / len(relevant)

    @property
    def _best(self) -> list[str]:
        return list(dict.fromkeys(self.keys))[:DEPTH]


@dataclass(frozen=True, slots=True)
class Figures:
    """How well a group of queries was answered; shares and means from 0 to 1."""

    n: int
    s1: float
    """Success at 1: the share whose first result answers."""
    mrr10: float
    """Mean reciprocal rank of the first page that answers, 0 if not among ten."""
    r10: float
    """Mean recall at 10."""
    none: float
    """The share without any result."""


def names(stem: str, key: str) -> bool:
    """True if a query file's `stem` means the page: `perhekeskus`, `teemat`, `teemat/index`."""
    folder = key.removesuffix("/index")
    return stem in (key, folder, folder.rpartition("/")[2])


def paired(queries: Sequence[Query], results: Sequence[Sequence[str]]) -> list[Answer]:
    """Each query with the keys found for it; ValueError if there are not as many of both."""
    return [Answer(query, tuple(keys)) for query, keys in zip(queries, results, strict=True)]


def figures(answers: Sequence[Answer]) -> Figures:
    """The figures of at least one answer."""
    ranks = [answer.rank for answer in answers]
    return Figures(
        n=len(answers),
        s1=_mean(rank == 1 for rank in ranks),
        mrr10=_mean(1 / rank if rank else 0 for rank in ranks),
        r10=_mean(answer.recall for answer in answers),
        none=_mean(not answer.keys for answer in answers),
    )


def by_type(answers: Sequence[Answer]) -> dict[str, Figures]:
    """The figures of each type, in alphabetical order."""
    types = sorted({answer.query.type for answer in answers})
    return {name: figures([a for a in answers if a.query.type == name]) for name in types}


def _mean(values: Iterable[float]) -> float:
    kept = list(values)
    return round(sum(kept) / len(kept), 4)


def while_typing(text: str) -> str:
    """The query before it is typed to its end: a last word of six letters or more lacks 35 %."""
    return _LAST_WORD.sub(lambda word: word[1][: math.ceil(len(word[1]) * 0.65)], text)


def as_json(answers: Sequence[Answer]) -> dict[str, Any]:
    """`{"n": 81, "s1": .9, "mrr10": .9, "r10": .9, "none": .0, "types": {…}}`."""
    types = {name: asdict(group) for name, group in by_type(answers).items()}
    return asdict(figures(answers)) | {"types": types}


def as_table(lang: str, answers: Sequence[Answer]) -> list[str]:
    """The figures of a language as lines, its types first."""
    lines = [f"{lang:<12}{'n':>4}{'S@1':>8}{'MRR@10':>8}{'R@10':>8}{'none':>8}"]
    for name, f in {**by_type(answers), ALL: figures(answers)}.items():
        lines.append(f"{name:<12}{f.n:>4}{f.s1:>8.3f}{f.mrr10:>8.3f}{f.r10:>8.3f}{f.none:>8.3f}")
    return lines


def misses(answers: Sequence[Answer]) -> list[str]:
    """The queries whose first result is not right, with what came instead."""
    return [
        f"{a.query.id}  {a.query.type}  ”{a.query.text}”  rank {a.rank or '–'}"
        f"  wanted {', '.join(a.query.relevant)}  got {', '.join(a.keys[:3]) or 'nothing'}"
        for a in answers
        if a.rank != 1
    ]
