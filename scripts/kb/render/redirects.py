"""Redirects from old addresses: small pages without a script, in the language of the address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.model.addresses import address, is_own, plain, relative
from kb.model.catalogue import Catalogue
from kb.model.interface import Published
from kb.text import Lang


@dataclass(frozen=True, slots=True)
class Redirect:
    """A page at an old address that leads to where its content is now."""

    origin: str
    """The old address below the site's root."""
    url: str
    """The new address, relative to the old one."""
    canonical: str
    """The new address, absolute."""
    title: str
    lang: Lang
    target_lang: Lang


def redirects(catalogue: Catalogue, lang: Lang, site_url: str) -> Iterator[Redirect]:
    """The old addresses of a language, each with the page in that language or the only one.

    Where something else stands, nothing leads on.
    """
    taken = {plain(address(catalogue, page)) for page in catalogue.pages()}
    for old in catalogue.all(Published).values():
        pair = catalogue.pairs.get(old.to) if old.to and old.lang is lang else None
        if pair is None or plain(old.id) in taken or is_own(old.id):
            continue
        page = pair[lang] or pair.any
        target = address(catalogue, page)
        yield Redirect(
            origin=old.id,
            url=relative(target, old.id),
            canonical=site_url + target,
            title=page.title,
            lang=lang,
            target_lang=page.lang,
        )
