"""Mistakes of the hand and of copying, by kind, as they were found by trying what people do."""

from __future__ import annotations

from collections.abc import Mapping

from edits import FI, SV
from kb.text import Lang
from meant import BEGAN, LEADER, MONEY, RATED, said, swapped
from mistakes import Mistake

_LAPLAND, _HEALTH = "_data/regions/lappi.yml", "_data/organisations/thl.yml"
_PROMISED, _PLANNED = "_data/timeline/taydentava-haku.yml", "_data/timeline/ot-tyoryhma.yml"
_MANAGER, _CALL = "_data/contacts/H-03.yml", "rahoitus/haku-2020"

TYPED: Mapping[str, tuple[Mistake, ...]] = {
    "damaged kb lines": (
        swapped("angles and dashes", "aikajana.fi.md", "<!-- kb:timeline -->", "‹!– kb:timeline –>", "bad-directive"),
        swapped("dashes", "aikajana.sv.md", "<!-- kb:timeline -->", "<!– kb:timeline –>", "bad-directive"),
        swapped("a mark lost", "tulokset.fi.md", "<!-- kb:picture", "<-- kb:picture", "bad-directive"),
        said("a comment", Lang.FI, "<!— muista tarkistaa —>", "bad-directive"),
    ),
    "the same as another's": (
        swapped("a place on the map", _LAPLAND, "row: 1", "row: 3", "same-value"),
        swapped("a place in order", _HEALTH, "order: 30", "order: 20", "same-value"),
        swapped("a description", FI, "Mikä perhekeskus on, montako niitä on ja kuka niissä työskentelee.",
                "Kevään 2020 haun ehdot, yhteinen valmistelu, siirtynyt määräaika ja hakijan muistilista.", "same-value"),
    ),
    "states that the facts do not tell": (
        swapped("granted as applied for", MONEY, "status: granted", "status: requested", "other-status"),
        swapped("granted as reserved", RATED, "status: granted", "status: reserved", "other-status"),
        swapped("a plan as done", _PLANNED, "status: planned", "status: done", "other-status"),
        swapped("in a sentence", f"{_CALL}.fi.md", "Myönnetyistä avustuksista", "Haetuista avustuksista", "other-status"),
    ),
    "names of authorities": (
        said("a letter gone", Lang.FI, "Opetus- ja kultuuriministeriö johti työtä.", "other-form-of-name"),
        said("shortened", Lang.FI, "Kulttuuriministeriö johti työtä.", "other-form-of-name"),
        said("in Swedish", Lang.SV, "Undervisnings- och kulturministeriumet ledde arbetet.", "other-form-of-name"),
        said("of an institute", Lang.SV, "Institutet för hälsa och välmående ledde arbetet.", "other-form-of-name"),
    ),
    "links by another page's title": (
        swapped("in Finnish", "lapsistrategia.fi.md", "\n## ", "\nKatso [Aikajana](tulokset.md).\n\n## ", "lying-link", "Katso [Aik"),
        swapped("in Swedish", "lapsistrategia.sv.md", "\n## ", "\nSe [Tidslinje](tulokset.md).\n\n## ", "lying-link", "Se [Tid"),
        swapped("of a call", "tulokset.sv.md", "\n## ", "\nSe [Tidslinje](asiakirjat.md).\n\n## ", "lying-link", "Se [Tid"),
    ),
    "lists of another length": (
        said("in letters", Lang.FI, "Mukana oli kolme tahoa:\n\n- neuvola\n- koulu\n- kerho\n- kirjasto", "other-count"),
        said("in Swedish", Lang.SV, "Fyra parter deltog:\n\n- rådgivningen\n- skolan\n- biblioteket", "other-count"),
        said("in another case", Lang.FI, "Apua saa viidellä tavalla:\n\n- kotona\n- koulussa", "other-count"),
    ),
    "notes to oneself": (
        said("in brackets", Lang.FI, "Perhekeskus auttaa (tarkista vielä).", "open-place"),
        said("in Swedish", Lang.SV, "Familjecentret hjälper (kolla upp).", "open-place"),
        said("for a number", Lang.FI, "Perhekeskuksia on XX.", "open-place"),
        said("for a name", Lang.FI, "Lisää kertoo [nimi].", "open-place"),
        said("a question", Lang.SV, "Familjecentren är ???.", "open-place"),
    ),
    "hosts that differ by a slip": (
        swapped("of mail", _MANAGER, "kalmari@thl.fi", "kalmari@tlh.fi", "unlike-names"),
        said("of a link", Lang.FI, "[Esite](https://www.smt.fi/esite)", "unlike-names"),
        said("another ending", Lang.SV, "[Broschyr](https://thl.com/sv)", "unlike-names"),
    ),
    "bold lines for headings": (
        said("in Finnish", Lang.FI, "**Mistä apua saa**\n\nPerhekeskus auttaa.", "not-a-heading"),
        said("in Swedish", Lang.SV, "**Var man får hjälp**\n\nFamiljecentret hjälper.", "not-a-heading"),
        said("in italics, too", Lang.FI, "***Kenelle apu kuuluu***\n\nPerhekeskus auttaa.", "not-a-heading"),
    ),
    "identity codes with a slip": (
        said("on a page", Lang.FI, "Asiakas 131052-308U sai apua.[^P-077]", "likely-identity-code"),
        said("in Swedish", Lang.SV, "Klienten 131052A308U fick hjälp.", "likely-identity-code"),
        swapped("in a note", LEADER, "Vuonna 2020", "131052-308U Vuonna 2020", "likely-identity-code"),
    ),
    "slips of typing": (
        said("two full stops", Lang.FI, "Perhekeskus auttaa..", "typing-slip"),
        said("a word twice", Lang.SV, "Familjecentret är är här.", "typing-slip"),
        said("a space before a comma", Lang.FI, "Perhekeskus auttaa ,ja tukee.", "typing-slip"),
        swapped("in a record", BEGAN, "Haku koski kahta", "Haku koski,, kahta", "typing-slip"),
    ),
    "descriptions that say nothing": (
        swapped("a word", SV, "description: ", "description: Center.\n#", "missing-lead"),
        swapped("in Finnish", "tulokset.fi.md", "description: ", "description: Tulokset\n#", "missing-lead"),
        swapped("two words", "aikajana.fi.md", "description: ", "description: LAPEn päivät\n#", "missing-lead"),
    ),
}  # fmt: skip
