"""The indents of templates are not sent to readers; those of code are."""

from kb.publish.files import without_indents
from markupsafe import Markup


def test_a_tag_begins_its_line() -> None:
    page = Markup("<ul>\n    <li>yksi\n      kaksi</li>\n\t<li>kolme</li>\n</ul>\n")
    lines = "<ul>\n<li>yksi\n      kaksi</li>\n<li>kolme</li>\n</ul>\n"
    assert without_indents(page) == lines


def test_code_stays_as_it_is() -> None:
    page = Markup("<div>\n  <pre>\n  <b>x</b></pre>\n</div>")
    assert without_indents(page) == page
