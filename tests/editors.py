"""What editors do to the content: their usual mistakes, and changes that are as they should be.

An edit is a list of steps on a copy of `docs/`; a mistake also says which rule tells it, and where.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Step = Callable[[Path], None]


@dataclass(frozen=True)
class Mistake:
    """An edit that must be told by `rule` in `file`, at the first line that holds `at`."""

    name: str
    steps: tuple[Step, ...]
    rule: str
    file: str
    at: str = ""
    """Empty for the first line."""


@dataclass(frozen=True)
class Change:
    """An edit that must raise nothing."""

    name: str
    steps: tuple[Step, ...]


def replace(file: str, old: str, new: str) -> Step:
    """The first `old` of a file becomes `new`."""

    def step(docs: Path) -> None:
        text = (docs / file).read_text("utf-8")
        assert old in text, f"{file}: {old}"
        (docs / file).write_text(text.replace(old, new, 1), "utf-8")

    return step


def add(file: str, text: str) -> Step:
    """`text` at the end of a file, which may be new."""

    def step(docs: Path) -> None:
        (docs / file).parent.mkdir(parents=True, exist_ok=True)
        with (docs / file).open("a", encoding="utf-8") as written:
            written.write(text)

    return step


def store(file: str, data: bytes) -> Step:
    """The whole file, in bytes."""
    return lambda docs: (docs / file).write_bytes(data) and None


def recode(file: str, change: Callable[[bytes], bytes]) -> Step:
    """The bytes of a file, changed."""
    return lambda docs: (docs / file).write_bytes(change((docs / file).read_bytes())) and None


def rename(old: str, new: str) -> Step:
    """A file under another name."""
    return lambda docs: (docs / old).rename(docs / new) and None


def _windows(data: bytes) -> bytes:
    return data.replace(b"\n", b"\r\n")


FI, SV = "teemat/perhekeskus.fi.md", "teemat/perhekeskus.sv.md"
END_FI, END_SV = "tulokset.fi.md", "tulokset.sv.md"
TIMELINE, THEMES, ADDRESSES = (f"_data/{name}.yml" for name in ("timeline", "themes", "addresses"))
NEW_PAGE = (
    "---\ndescription: {about}\n{slug}checked: 2026-11-23\n---\n\n# {title}\n\n{text}[^S-045]\n"
)
NEW_FI = NEW_PAGE.format(
    about="Mistä perhe saa apua.", slug="", title="Apua perheelle", text="Perhekeskus auttaa."
)
NEW_SV = NEW_PAGE.format(
    about="Var familjen får hjälp.",
    slug="slug: hjalp\n",
    title="Hjälp för familjen",
    text="Familjecentret hjälper.",
)
EVENT = """- id: uusi-tapahtuma
  date: 2017-03
  phase: phase-1
  status: done
  title:
    fi: Työpaja
    sv: Workshop
  facts: [P-001]
"""
CONTACT = """id: H-99
type: mailbox
name: Kirjaamo
role:
  fi: kirjaamo
  sv: registratur
as_of: 2020-01-20
phone: "029 516 001"
facts: [S-160]
sources: [L-01]
"""
LONG = "Perhekeskus " + "auttaa ja tukee ja kuulee ja neuvoo ja ohjaa " * 4 + "perhettä."

MISTAKES = (
    Mistake("a typing error in Finnish", (replace(FI, "on verkosto", "on verrkosto"),),
            "unknown-word", FI, "verrkosto"),
    Mistake("a typing error in Swedish", (replace(SV, "barnfamiljernas", "barnfamlijernas"),),
            "unknown-word", SV, "barnfamlijernas"),
    Mistake("a number changed in one language", (replace(FI, "| 128 |", "| 129 |"),),
            "unequal-numbers", FI, "| 129 |"),
    Mistake("a citation with two figures swapped", (replace(FI, "[^P-071]", "[^P-971]"),),
            "unknown-fact", FI, "[^P-971]"),
    Mistake("a citation removed in one language", (replace(SV, "[^P-071]", ""),),
            "unequal-facts", SV),
    Mistake("a heading's id translated", (replace(SV, "{#sisalto}", "{#innehall}"),),
            "unequal-headings", SV, "{#innehall}"),
    Mistake("a section written in one language", (add(FI, "\n## Uutta {#uutta}\n\nApua.\n"),),
            "unequal-headings", SV),
    Mistake("a link with a slip of the hand",
            (replace(FI, "perhekeskustoimintamalli.md", "perhekeskustoimintamali.md"),),
            "broken-link", FI, "perhekeskustoimintamali.md"),
    Mistake("a link to a section that is not there",
            (replace(FI, "varsinais-suomi.md", "varsinais-suomi.md#olematon"),),
            "broken-anchor", FI, "#olematon"),
    Mistake("an address copied from the browser",
            (replace(SV, "../alueet/varsinais-suomi.md", "/sv/regioner/egentliga-finland/"),),
            "site-address-as-link", SV, "/sv/regioner/"),
    Mistake("a picture that was never added", (add(FI, "\n![Kaavio](kuvat/kaavio.png)\n"),),
            "broken-link", FI, "kaavio.png"),
    Mistake("a misspelt key", (replace(FI, "description:", "descripton:"),),
            "unknown-key", FI, "descripton"),
    Mistake("a colon in an unquoted value", (replace(FI, "description: ", "description: Huom: "),),
            "yaml-syntax", FI, "Huom:"),
    Mistake("a tab in the page's data", (replace(FI, "id: IA-24", "\tid: IA-24"),),
            "yaml-syntax", FI, "\tid"),
    Mistake("the closing line of the page's data removed",
            (replace(FI, "checked: 2026-11-23\n---\n", "checked: 2026-11-23\n"),),
            "open-front-matter", FI),
    Mistake("curly quotes from a word processor",
            (replace(FI, "checked: 2026-11-23", "checked: ”2026-11-23”"),),
            "smart-quotes", FI, "checked"),
    Mistake("a day written as in text", (replace(FI, "checked: 2026-11-23", "checked: 23.11.2026"),),
            "not-a-date", FI, "checked"),
    Mistake("a day written as in text, in Swedish",
            (replace(SV, "checked: 2026-11-23", "checked: 23.11.2026"),), "not-a-date", SV, "checked"),
    Mistake("a phase that does not exist", (replace(SV, "phase-1, ", "fas-1, "),),
            "unknown-reference", SV, "fas-1"),
    Mistake("the Swedish line of a name removed", (replace(THEMES, "    sv: Familjecenter\n", ""),),
            "missing-language", THEMES, "fi: Perhekeskus"),
    Mistake("two editors took the same id",
            (add(TIMELINE, EVENT), add(TIMELINE, EVENT.replace("uusi-tapahtuma", "valmistelu-alkoi"))),
            "duplicate-id", TIMELINE, "- id: valmistelu-alkoi (the last)"),
    Mistake("the marks of a merge conflict left in",
            (replace(FI, "## Kuka", "<<<<<<< HEAD\n## Kuka"),),
            "merge-conflict", FI, "<<<<<<<"),
    Mistake("an emptied page", (store(FI, b""),), "empty-file", FI),
    Mistake("a picture pasted as a page", (store(SV, b"\x89PNG\r\n\x1a\n\x00\x00"),),
            "binary-file", SV),
    Mistake("a page saved in an old encoding", (recode(FI, lambda d: d.decode().encode("cp1252")),),
            "not-utf8", FI, "perhekeskus on, montako niit"),
    Mistake("a new page in Finnish only", (add("teemat/apua.fi.md", NEW_FI),),
            "missing-translation", "teemat/apua.fi.md"),
    Mistake("a pair renamed", (rename("asiakirjat.fi.md", "aineisto.fi.md"),
                               rename("asiakirjat.sv.md", "aineisto.sv.md"),
                               replace("_data/menu.yml", "- asiakirjat", "- aineisto")),
            "lost-address", ADDRESSES, "- id: asiakirjat/"),
    Mistake("a word that the termbank avoids", (replace(SV, "Ett familjecenter", "En familjecentral"),),
            "forbidden-term", SV, "En familjecentral"),
    Mistake("a personal identity code in a note",
            (replace("_data/contacts/H-02.yml", "  fi: Suomenkielinen", "  fi: 131052-308T Suomenkielinen"),),
            "personal-identity-code", "_data/contacts/H-02.yml", "131052"),
    Mistake("a telephone number without quotes",
            (add("_data/contacts/H-99.yml", CONTACT.replace('"029 516 001"', "029516001")),),
            "not-quoted", "_data/contacts/H-99.yml", "phone"),
    Mistake("a contact without its time",
            (add("_data/contacts/H-99.yml", CONTACT.replace("as_of: 2020-01-20\n", "")),),
            "missing-key", "_data/contacts/H-99.yml"),
    Mistake("red letters by HTML", (replace(FI, "on verkosto", '<font color="red">on</font> verkosto'),),
            "raw-html", FI, "<font"),
    Mistake("a heading one level too low", (replace(FI, "## Mistä", "#### Mistä"),),
            "heading-order", FI, "#### Mistä"),
    Mistake("a second main heading", (replace(FI, "## Mistä", "# Mistä"),),
            "extra-title", FI, "# Mistä"),
    Mistake("Swedish left untranslated on a Finnish page",
            (add(FI, "\nEtt familjecenter är ett nätverk som har hjälp för alla barn och familjer.\n"),),
            "wrong-language", FI, "Ett familjecenter"),
    Mistake("a sentence without end", (add(FI, f"\n{LONG}\n"),), "long-sentence", FI, "kuulee"),
    Mistake("the 31st of February", (add(FI, "\nHaku päättyi 31.2.\n"), add(SV, "\nDet slutade 31.2.\n")),
            "impossible-date", FI, "31.2."),
    Mistake("a file name with a space and capitals",
            (rename("asiakirjat.fi.md", "Uudet Asiakirjat.fi.md"),),
            "bad-file-name", "Uudet Asiakirjat.fi.md"),
    Mistake("an address with Swedish letters", (replace(SV, "slug: familjecenter", "slug: familjestöd"),),
            "bad-slug", SV, "slug"),
    Mistake("a misspelt directive", (replace("aikajana.fi.md", "kb:timeline", "kb:timelin"),),
            "unknown-directive", "aikajana.fi.md", "kb:timelin"),
    Mistake("a picture straight from the camera",
            (add(FI, "\n![Talo](talo.jpg)\n"), store("teemat/talo.jpg", b"\xff\xd8\xff" + b"x" * 900_000)),
            "large-image", "teemat/talo.jpg"),
)  # fmt: skip


def both(fi: str, sv: str) -> tuple[Step, ...]:
    """The same addition at the end of both languages of a page."""
    return add(END_FI, f"\n{fi}\n"), add(END_SV, f"\n{sv}\n")


def listed(*lines: str) -> Step:
    """More published addresses."""
    return add(ADDRESSES, "".join(f"{line}\n" for line in lines))


CHANGES = (
    Change("a word put better in Finnish", (replace(FI, "helppo löytää", "helposti löydettävissä"),)),
    Change("a word put better in Swedish", (replace(SV, "lätt att hitta", "nära till hands"),)),
    Change("a comma", (replace(FI, "perhekeskustyö oli", "perhekeskustyö, oli"),)),
    Change("a sentence in both languages, with its fact",
           both("Apu on lähellä.[^P-077]", "Hjälpen är nära.[^P-077]")),
    Change("a number that both languages give", (replace(FI, "| 128 |", "| 129 |"),
                                                 replace(SV, "| 128 |", "| 129 |"))),
    Change("a section with the same id in both languages",
           both("## Mitä seuraavaksi {#seuraavaksi}\n\nTyö jatkuu.",
                "## Vad som händer härnäst {#seuraavaksi}\n\nArbetet går vidare.")),
    Change("a link in both languages",
           both("Lue lisää: [perhekeskus](teemat/perhekeskus.md).",
                "Läs mer: [familjecenter](teemat/perhekeskus.md).")),
    Change("a link to a section", both("Katso [määrät](teemat/perhekeskus.md#maara).",
                                       "Se [antalen](teemat/perhekeskus.md#maara).")),
    Change("a link to the other language", both("[Sama ruotsiksi](tulokset.sv.md).",
                                                "[Samma på finska](tulokset.fi.md).")),
    Change("a link to another site", both("[THL](https://thl.fi/)", "[THL](https://thl.fi/sv/)")),
    Change("a list", both("- neuvola\n- koulu", "- rådgivning\n- skola")),
    Change("a table", both("| Vuosi | Määrä |\n|---|---|\n| 2021 | 117 |",
                           "| År | Antal |\n|---|---|\n| 2021 | 117 |")),
    Change("bold words", both("Apu on **aina** lähellä.", "Hjälpen är **alltid** nära.")),
    Change("a box", both("!!! note\n    Tieto on vanha.", "!!! note\n    Uppgiften är gammal.")),
    Change("a day, each language in its own way",
           both("Haku alkoi 1.9.2016.", "Utlysningen började den 1 september 2016.")),
    Change("a leap day", both("Haku päättyi 29.2.2020.", "Utlysningen slutade den 29 februari 2020.")),
    Change("a span of years", both("Työtä tehtiin 2016–2018.", "Arbetet gjordes 2016–2018.")),
    Change("a sum, each language in its own way",
           both("Rahaa oli 1,4 miljoonaa euroa.", "Summan var 1,4 miljoner euro.")),
    Change("a marked word of the other language",
           both("Ruotsiksi se on *familjecenter*{lang=sv}.", "På finska heter det *perhekeskus*{lang=fi}.")),
    Change("a quotation in the other language",
           both("Esitteessä luki ”Det är ett nätverk som har hjälp för barn”.",
                "I broschyren stod ”Se on verkosto, joka on auki ja jossa on myös apua”.")),
    Change("a comment for other editors", both("<!-- Tarkista tämä. -->", "<!-- Kontrollera. -->")),
    Change("an abbreviation in a case form", both("STM:n ja THL:n työ.", "SHM:s och THL:s arbete.")),
    Change("a compound that no list has", both("Perhekeskusverkostotyö jatkuu.",
                                               "Familjecenterarbetet går vidare.")),
    Change("saved in Windows, with its line ends", (recode(FI, _windows), recode(TIMELINE, _windows))),
    Change("saved with a byte-order mark", (recode(FI, lambda data: b"\xef\xbb\xbf" + data),)),
    Change("the day of checking, in both languages",
           (replace(FI, "checked: 2026-11-23", "checked: 2026-11-20"),
            replace(SV, "checked: 2026-11-23", "checked: 2026-11-20"))),
    Change("a description", (replace(FI, "description: Mikä", "description: Kerromme, mikä"),)),
    Change("an event on the timeline", (add(TIMELINE, EVENT),)),
    Change("a contact", (add("_data/contacts/H-99.yml", CONTACT),)),
    Change("a new pair of pages, with its addresses",
           (add("teemat/apua.fi.md", NEW_FI), add("teemat/apua.sv.md", NEW_SV),
            listed("- id: teemat/apua/", "- id: sv/teman/hjalp/"))),
    Change("a pair renamed, its addresses leading on",
           (rename("sivukartta.fi.md", "kaikki-sivut.fi.md"), rename("sivukartta.sv.md", "kaikki-sivut.sv.md"),
            replace("_data/menu.yml", "- sivukartta", "- kaikki-sivut"),
            replace(ADDRESSES, "- id: sivukartta/", "- id: sivukartta/\n  to: kaikki-sivut"),
            listed("- id: kaikki-sivut/"))),
    Change("a small picture", (store("teemat/talo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
                               add(FI, "\n![Talo](talo.svg)\n"), add(SV, "\n![Hus](talo.svg)\n"))),
    Change("code for those who need it", both("`<div>` on elementti.\n\n```\n<script>\n```",
                                              "`<div>` är ett element.\n\n```\n<script>\n```")),
)  # fmt: skip
