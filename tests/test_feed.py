"""The feed of new and changed pages, read as a feed reader reads it."""

from datetime import UTC, date, datetime, timedelta
from time import struct_time

import feedparser
from builders import catalogue, page, real_content
from kb.read.history import Moments
from kb.render.feed import MOST, feed
from kb.text import Lang

HOST = "https://x.fi/k/"
TODAY = date(2026, 11, 23)
NEW = Moments(datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC), datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC))
OLD = Moments(datetime(2025, 1, 2, tzinfo=UTC), datetime(2025, 2, 3, tzinfo=UTC))
CHANGED = Moments(OLD.first, NEW.last + timedelta(hours=1))
FRONT = "---\nid: IA-24\ndescription: A & <b>.\nslug: barn\n---\n# Barn & ”<i>unga</i>”\n\nLed.\n"
SITE = catalogue(
    [
        page("index.fi", "# Koti\n\nJohdanto."),
        page("aihe/lapset.sv", FRONT),
        page("aihe/vanha.sv"),
        page("uusi.sv", "# Ny\n\nLeden."),
        page("luonnos.sv"),
    ]
)
KNOWN = {"docs/aihe/lapset.sv.md": CHANGED, "docs/aihe/vanha.sv.md": OLD, "docs/uusi.sv.md": NEW}


def read(lang=Lang.SV, site=SITE, known=KNOWN):
    found = feedparser.parse(feed(site, lang, HOST, lambda one: known.get(one.path), TODAY))
    assert found.bozo is False, found
    assert found.version == "atom10"
    return found


def moment(parsed: struct_time) -> datetime:
    return datetime(*parsed[:6], tzinfo=UTC)


def test_pages_of_the_language_stand_by_their_last_change_newest_first():
    entries = read().entries
    assert [entry.link for entry in entries] == [
        f"{HOST}sv/aihe/barn/",
        f"{HOST}sv/uusi/",
        f"{HOST}sv/aihe/vanha/",
    ]
    assert [moment(entry.updated_parsed) for entry in entries] == [
        CHANGED.last,
        NEW.last,
        OLD.last,
    ]
    assert moment(entries[0].published_parsed) == OLD.first


def test_an_entry_is_told_as_text():
    first, second, _ = read().entries
    assert first.title == "Barn & ”<i>unga</i>”"
    assert first.title_detail.type == first.summary_detail.type == "text/plain"
    assert first.summary == "A & <b>."
    assert second.summary == "Leden."


def test_the_feed_says_what_it_is_where_it_is_and_in_what_language():
    found = read().feed
    assert found.id == f"{HOST}sv/feed.xml"
    links = {link.rel: link.href for link in found.links}
    assert links["self"] == f"{HOST}sv/feed.xml"
    assert links["alternate"] == f"{HOST}sv/"
    assert found.author and found.title.startswith("«site-name.sv»")
    assert moment(found.updated_parsed) == CHANGED.last


def test_a_page_that_moves_keeps_its_id():
    moved = catalogue([page("muualla/barn.sv", FRONT)])
    (entry,) = read(site=moved, known={"docs/muualla/barn.sv.md": NEW}).entries
    assert entry.id == read().entries[0].id
    ids = [entry.id for lang in Lang for entry in read(lang).entries]
    assert len(set(ids)) == len(ids)


def test_without_history_there_are_no_entries_and_no_date_but_that_of_the_build():
    found = read(known={})
    assert found.entries == []
    assert moment(found.feed.updated_parsed) == datetime(2026, 11, 23, tzinfo=UTC)


def test_a_feed_does_not_grow_with_the_site():
    many = [page(f"sivu{number}.fi") for number in range(MOST + 5)]
    found = read(Lang.FI, catalogue(many), {one.path: NEW for one in many})
    assert len(found.entries) == MOST


def test_a_control_character_in_a_title_does_not_break_the_feed():
    odd = catalogue([page("a.sv", "# Ett\x0b två\n")])
    assert read(site=odd, known={"docs/a.sv.md": NEW}).entries[0].title == "Ett två"


def test_the_real_pages_are_read_without_an_objection():
    for lang in Lang:
        found = feedparser.parse(feed(real_content(), lang, HOST, lambda one: NEW, TODAY))
        assert found.bozo is False
        assert len(found.entries) == MOST
        assert all(entry.title and entry.summary and entry.id for entry in found.entries)
