"""Swedish words whose forms no rule gives: strong verbs and a few other words.

Simplemma's list gives each form one lemma only, so that `satt` is of sätta and never of sitta.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from kb.words.lists import own_list

_PREFIXES = (
    *("an", "av", "be", "bi", "bort", "efter", "ent", "er", "fast", "fort", "fram"),
    *("från", "för", "före", "förut", "genom", "igen", "in", "inne", "med", "miss", "mot", "ned"),
    *("ner", "om", "på", "sam", "samman", "sär", "till", "tillbaka", "und", "under", "upp", "ut"),
    *("vid", "vidare", "åter", "över"),
)
"""What stands before a verb without changing its forms: innehålla innehöll as hålla höll."""


def irregular_forms(lemma: str) -> frozenset[str]:
    """The forms that no rule gives; none for most words."""
    forms_of, verbs = _tables()
    forms = forms_of.get(lemma, frozenset())
    for prefix in _PREFIXES:
        verb = lemma.removeprefix(prefix)
        if verb != lemma and verb in verbs:
            forms |= {prefix + form for form in forms_of[verb]}
    return forms


def irregular_lemmas(form: str) -> list[str]:
    """The lemmas that a form without a rule may be of, in alphabetical order."""
    lemmas_of, verbs = _lemmas(), _tables()[1]
    lemmas = set(lemmas_of.get(form, ()))
    for prefix in _PREFIXES:
        verb_form = form.removeprefix(prefix)
        if verb_form != form:
            lemmas |= {prefix + lemma for lemma in lemmas_of.get(verb_form, ()) if lemma in verbs}
    return sorted(lemmas)


@cache
def _tables() -> tuple[dict[str, frozenset[str]], frozenset[str]]:
    """The forms of each lemma, and which of the lemmas are verbs.

    A line of the list is `strong bita bet bitit`: a class, a lemma, its forms. Strong verbs are
    given by past tense and supine, mixed ones by all forms with the active ones first.
    """
    forms_of: dict[str, frozenset[str]] = defaultdict(frozenset)
    verbs = set()
    for line in own_list("irregular.sv.txt"):
        kind, lemma, *forms = line.split()
        forms_of[lemma] |= {*forms}
        if kind != "other":
            verbs.add(lemma)
            forms_of[lemma] |= {f"{form}s" for form in forms[:3]}
        if kind == "strong":
            forms_of[lemma] |= _participles(forms[-1])
    return dict(forms_of), frozenset(verbs)


def _participles(supine: str) -> set[str]:
    """`biten`, `bitet` and `bitna` of bitit; none of a supine in -tt."""
    stem = supine.removesuffix("it")
    return {f"{stem}en", f"{stem}et", f"{stem}na"} if stem != supine else set()


@cache
def _lemmas() -> dict[str, set[str]]:
    """The lemmas of each form."""
    lemmas_of: dict[str, set[str]] = defaultdict(set)
    for lemma, forms in _tables()[0].items():
        for form in forms:
            lemmas_of[form].add(lemma)
    return lemmas_of
