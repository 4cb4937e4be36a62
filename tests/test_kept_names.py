"""The trial of what is kept would notice: a name that leaves something out shows after an edit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from kb.check.alone import Clean
from kb.model.evidence import Fact, Source
from kb.model.interface import Word
from kb.model.people import Contact
from kb.publish import kept, run
from kb.publish.kept import Kept
from kb.read.store import digest
from kb.search.collect import Collector
from test_kept import built, edited, new_project, remember_words, titled

pytestmark = pytest.mark.slow


def _narrowed(target: object, name: str, narrow: object) -> Callable[[pytest.MonkeyPatch], None]:
    return lambda patch: patch.setattr(target, name, narrow)


def _no_address(*parts: object) -> str:
    return digest(*(one for one in parts if not isinstance(one, list) or "osa/" not in str(one)))


NARROWED = {
    "the text": (
        _narrowed(Kept, "text_name", lambda self, page, text: f"{page.key}.{page.lang}"),
        edited("content/osa/eka.fi.md", lambda text: f"{text}\nLisää.\n"),
    ),
    "terms": (
        _narrowed(kept, "_SHOWN_BY_ANY_PAGE", (Fact, Source, Contact, Word)),
        edited("content/_data/terms/perhekeskus.yml", lambda t: t.replace("Sanat", "Muut sanat")),
    ),
    "addresses": (
        _narrowed(kept, "digest", _no_address),
        edited("content/kolmas.sv.md", lambda text: text.replace("---\n", "---\nslug: ny\n", 1)),
    ),
    "templates": (
        _narrowed(run, "program", lambda project: "always the same"),
        edited("overrides/partials/footer.html", lambda text: f"{text}<p>Uutta</p>\n"),
    ),
    "what is around the text": (
        _narrowed(Kept, "file_name", lambda self, name, *shown: f"file-{name}"),
        edited("content/osa/index.fi.md", titled("Nimi")),
    ),
    "what a page says": (
        _narrowed(Clean, "_digest", lambda self, one: getattr(one, "path", "") or one.place.path),
        edited("content/osa/eka.fi.md", lambda text: f"{text}\n<script>x</script>\n"),
    ),
    "what search has read": (
        _narrowed(Collector, "content", property(lambda self: (self.lang,))),
        edited("content/osa/eka.fi.md", lambda text: f"{text}\nLisää.\n"),
    ),
}
"""What a name leaves out, and an edit after which that shows."""


@pytest.mark.parametrize("left_out", NARROWED)
def test_a_name_that_leaves_something_out_does_show(left_out: str, tmp_path: Path) -> None:
    narrow, edit = NARROWED[left_out]
    project = new_project(tmp_path / "project")
    remember_words(project / ".cache")
    with pytest.MonkeyPatch.context() as patch:
        narrow(patch)
        assert isinstance(built(project, {}, patch), dict)
        edit(project, {})
        warm = built(project, {}, patch)
        (project / ".cache").rename(tmp_path / "old")
        remember_words(project / ".cache")
        assert warm != built(project, {}, patch)
