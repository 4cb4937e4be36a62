"""What a side of a section has said anew since it was declared, in words: old → new."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kb.model.catalogue import Catalogue
from kb.model.sections import shown
from kb.model.translations import Comparison, Earlier
from kb.text import Lang, Text
from kb.words.changes import Change, changes

_MOST = 3
"""Changes that are told; the rest are counted."""
_LONGEST = 200
"""Characters of a new sentence where what it was before is not known."""

_BECAME = Text("”{old}” → ”{new}”", "”{old}” → ”{new}”")
_OTHER_ORDER = Text("sanojen järjestys ”{old}” → ”{new}”", "ordföljden ”{old}” → ”{new}”")
_MOVED = Text("”{new}” on siirretty toiseen kohtaan", "”{new}” har flyttats till ett annat ställe")
_NEW = Text("uutta ”{new}”", "nytt ”{new}”")
_GONE = Text("pois ”{old}”", "borttaget ”{old}”")
_AND_MORE = Text("ja {count} muuta kohtaa", "och {count} andra ställen")
_NEW_COUNTED = Text("uusia virkkeitä {count}", "nya meningar {count}")
_DROPPED = Text("poistettuja virkkeitä {count}", "borttagna meningar {count}")
_REORDERED = Text("virkkeiden järjestys on muuttunut", "meningarnas ordning har ändrats")


@dataclass(frozen=True, slots=True)
class Drift:
    """What has changed on a side, in words that fit into a sentence, and on which lines."""

    words: Text
    lines: tuple[int, ...]

    @classmethod
    def of(cls, catalogue: Catalogue, one: Comparison, lang: Lang, earlier: Earlier) -> Drift:
        """The drift of a side; without its earlier text only what is new is known."""
        side, was = one.sides[lang], earlier.get((one.name, lang))
        found = _with_moves(changes(was.sentences, side.sentences)) if was else []
        if not found:  # or only marks of lists and tables have changed, which are no words
            return cls._of_sentences(one, lang)
        told = [_told(change, _linked(catalogue, lang)) for change in found[:_MOST]]
        if more := len(found) - _MOST:
            told += [_AND_MORE.format(count=more)] if more > 0 else []
        words = Text.of(lambda either: ", ".join(text[either] for text in told))
        return cls(words, tuple(side.lines[change.at] for change in found))

    @classmethod
    def _of_sentences(cls, one: Comparison, lang: Lang) -> Drift:
        new, side = one.new_sentences(lang), one.sides[lang]
        if one.is_reordered(lang):
            return cls(_REORDERED, tuple(line for line, _ in new[:1]) or (side.line,))
        if len(new) == 1:
            words = shown(new[0][1])
            whole = len(words) <= _LONGEST
            start = words if whole else f"{words[:_LONGEST].rpartition(' ')[0]} …"
            return cls(_NEW.format(new=start.rstrip(".")), (new[0][0],))
        if new:
            return cls(_NEW_COUNTED.format(count=len(new)), tuple(line for line, _ in new))
        gone = one.dropped(lang)
        return cls(_DROPPED.format(count=len(gone)), tuple(gone[:1]) or (side.line,))


def _linked(catalogue: Catalogue, lang: Lang) -> dict[str, str]:
    """The title of each page by what a link to it counts by."""
    pages = catalogue.pages(lang)
    return {next(iter(catalogue.pairs[page.key].page_ids), page.key): page.title for page in pages}


def _with_moves(found: Sequence[Change]) -> list[Change]:
    """The changes; words that are gone from one place and new in another are one, both the same."""
    gone = {one.old.casefold() for one in found if not one.new}
    new = {one.new.casefold() for one in found if not one.old}
    left = [one for one in found if one.new or (one.old and one.old.casefold() not in new)]
    return [
        one if one.old or one.new.casefold() not in gone else replace(one, old=one.new)
        for one in left
    ]


def _told(change: Change, titles: Mapping[str, str]) -> Text:
    old, new = (_with_titles(words, titles) for words in (change.old, change.new))
    if not old:
        return _NEW.format(new=new)
    if old == new:
        return _MOVED.format(new=new)
    if sorted(old.casefold().split()) == sorted(new.casefold().split()):
        return _OTHER_ORDER.format(old=old, new=new)
    return (_BECAME if new else _GONE).format(old=old, new=new)


def _with_titles(words: str, titles: Mapping[str, str]) -> str:
    """The words with the titles of pages for their ids, which stand for where links lead."""
    return " ".join(f"({titles[word]})" if word in titles else word for word in words.split())
