"""Redirects lead from where readers have links to, and from nowhere else."""

from __future__ import annotations

from collections.abc import Iterator

from kb.check import Reference, check_with_reference
from kb.finding import Finding, Rule
from kb.model.addresses import address
from kb.model.catalogue import Catalogue
from kb.model.interface import Published

NEVER_PUBLISHED = Rule.warning(
    "never-published",
    "Osoitetta ”/{address}” ei ole julkaistu, joten mikään linkki ei vie siihen. Poista rivit, "
    "ellei osoite ole painettu johonkin.",
    "Adressen ”/{address}” har inte publicerats, så ingen länk leder dit. Ta bort raderna, om "
    "adressen inte är tryckt någonstans.",
    may_stay=True,
).guarding_readers()


@check_with_reference
def never_published(catalogue: Catalogue, reference: Reference) -> Iterator[Finding]:
    """A redirect, new in a change, from an address that no page had before it.

    Bad: `- id: kirjaudu/` with `to: palaute`. Good: `to:` under an address that is in the list.
    """
    if reference.before is None:
        return
    was = reference.before.catalogue
    known = {*was.all(Published), *(address(was, page) for page in was.pages())}
    for one in catalogue.all(Published).values():
        if one.to and one.id not in known:
            yield NEVER_PUBLISHED.at(one.place.path, one.place.line, address=one.id)
