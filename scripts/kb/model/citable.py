"""What an id in the brackets of a citation stands for: a fact, a term or a person's role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kb.model.evidence import Fact, Term
from kb.model.people import Contact
from kb.model.record import Record
from kb.text import Text


@dataclass(frozen=True)
class Evidence:
    """What one fact id stands for: the claim in words and the ids of its sources."""

    id: str
    text: Text
    sources: tuple[str, ...]
    said_by: Record = field(compare=False)
    """Whose file says it."""


def all_evidence(
    facts: Iterable[Fact], terms: Iterable[Term], contacts: Iterable[Contact]
) -> Iterator[Evidence]:
    """Everything that may be cited."""
    for fact in facts:
        yield Evidence(fact.id, fact.text, fact.sources, fact)
    for term in terms:
        both = Text(f"{term.term.fi} – {term.term.sv}", f"{term.term.sv} – {term.term.fi}")
        for id in term.facts:
            if id.startswith(Term.cited_as):
                yield Evidence(id, both, term.sources, term)
    for contact in contacts:
        said = Text(f"{contact.name}: {contact.role.fi}", f"{contact.name}: {contact.role.sv}")
        for id in contact.facts:
            if id.startswith(Contact.cited_as):
                yield Evidence(id, said, contact.sources, contact)
