"""Files that messages name, as links to where they are edited or begun.

In a comment on a proposal they lead to the proposal's own branch, so that a second file joins the
same proposal, or back into the form that made it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.model.addresses import form_place
from kb.model.beginnings import beginning
from kb.model.catalogue import Catalogue
from kb.model.code_host import begun

LONGEST = 3000
"""Characters of an address: a comment has room for some twenty of these."""
_NAMED = re.compile(r"docs/(?P<file>(?:\\?[\w/-]|\\?\.(?!\.))+\.(?:md|yml|txt))(?::(?P<line>\d+))?")
_ESCAPE = "\\"


@dataclass(frozen=True, slots=True)
class Places:
    """Where a branch's files are edited, `…/edit/<branch>/docs/`; empty if nowhere."""

    edit_url: str = ""
    catalogue: Catalogue | None = None
    """What the branch has; without it every file is taken to be there."""
    form_site: str = ""
    """The site whose form editor made the proposal: there its files are mended."""

    def linked(self, message: str) -> str:
        """Markdown whose files are links; a file that is missing leads to its beginning."""
        return _NAMED.sub(self._link, message) if self.edit_url or self.form_site else message

    def _link(self, named: re.Match[str]) -> str:
        file = named["file"].replace(_ESCAPE, "")  # in the words, marks of Markdown are escaped
        address = self.address(file, named["line"])
        return f"[{named[0]}]({address})" if address else named[0]

    def address(self, file: str, line: str | None = None) -> str:
        """Where a file of the content folder is edited at a line, or begun."""
        if self.form_site and (place := form_place(file)):
            return f"{self.form_site}{place}"
        if not self.edit_url:
            return ""
        text = beginning(self.catalogue, f"docs/{file}") if self.catalogue else None
        new = "" if text is None else begun(self.edit_url, file, text, LONGEST)
        return new or f"{self.edit_url}{file}" + (f"#L{line}" if line else "")
