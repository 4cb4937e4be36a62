"""What editors do as it should be done: nothing may be said of it."""

from __future__ import annotations

from dataclasses import dataclass

from edits import (
    ADDRESSES,
    CALL,
    CONTACT,
    EVENT,
    FACT,
    FI,
    MENU,
    NEW_EVENT,
    NEW_FACT,
    NEW_FI,
    NEW_SV,
    SV,
    THEME,
    Step,
    add,
    decomposed,
    recode,
    rename,
    replace,
    store,
    windows,
)

ABOUT_FI, ABOUT_SV = "tietoa-sivustosta.fi.md", "tietoa-sivustosta.sv.md"


@dataclass(frozen=True)
class Change:
    """An edit that must raise nothing."""

    name: str
    steps: tuple[Step, ...]


def both(fi: str, sv: str) -> tuple[Step, ...]:
    """The same addition to both languages of a page about the site, whose figures need no facts."""
    return add(ABOUT_FI, f"\n{fi}\n"), add(ABOUT_SV, f"\n{sv}\n")


CHANGES = (
    Change("a word put better in Finnish", (replace(FI, "helppo löytää", "helposti löydettävissä"),)),
    Change("a word put better in Swedish", (replace(SV, "lätt att hitta", "nära till hands"),)),
    Change("a comma", (replace(FI, "hyvinvointialueilla, mutta", "hyvinvointialueilla mutta"),)),
    Change("a sentence in both languages, with its fact",
           both("Apu on lähellä.[^P-077]", "Hjälpen är nära.[^P-077]")),
    Change("a number that both languages give", both("Kokonaisuuksia on 19.[^P-011]", "Helheterna är 19.[^P-011]")),
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
    Change("a list right after a sentence, with sublists",
           both("Apua antavat:\n- neuvola\n  - terveydenhoitaja\n- koulu",
                "Hjälp ger:\n- rådgivningen\n  - hälsovårdare\n- skolan")),
    Change("numbers with parentheses and a task list",
           both("1) haku\n2) työ\n\n- [x] haettu\n- [ ] tehty", "1) ansökan\n2) arbete\n\n- [x] sökt\n- [ ] gjort")),
    Change("words struck through and a bare address",
           both("~~Vanha~~ tieto: https://thl.fi/", "~~Gammal~~ uppgift: https://thl.fi/")),
    Change("a fold with a list",
           both("<details>\n<summary>Lisää</summary>\n\n- neuvola\n\n</details>",
                "<details>\n<summary>Mer</summary>\n\n- rådgivning\n\n</details>")),
    Change("a notice as at the code host", both("> [!NOTE]\n> Tieto on vanha.", "> [!NOTE]\n> Uppgiften är gammal.")),
    Change("a line of speech", both("– Apua saa, hän sanoi.", "– Hjälp finns, sade hon.")),
    Change("letters that a Mac writes in two parts", (recode(FI, decomposed),)),
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
    Change("saved in Windows, with its line ends", (recode(FI, windows), recode(CALL, windows))),
    Change("saved with a byte-order mark", (recode(FI, lambda data: b"\xef\xbb\xbf" + data),)),
    Change("the day of checking, in both languages",
           (replace(FI, "checked: 2026-11-23", "checked: 2026-11-20"),
            replace(SV, "checked: 2026-11-23", "checked: 2026-11-20"))),
    Change("a description", (replace(FI, "description: Mikä", "description: Kerromme, mikä"),)),
    Change("an event on the timeline", (add(NEW_EVENT, EVENT),)),
    Change("a fact and a sentence that rests on it",
           (add(NEW_FACT, FACT), *both("Apu auttaa.[^S-999]", "Hjälpen hjälper.[^S-999]"))),
    Change("a note for other editors in a file of data", (add(THEME, "# Tarkista. / Kontrollera.\n"),)),

    Change("a contact", (add("_data/contacts/H-99.yml", CONTACT),)),
    Change("a new pair of pages", (add("teemat/apua.fi.md", NEW_FI), add("teemat/apua.sv.md", NEW_SV))),
    Change("a pair renamed, its addresses leading on",
           (rename("sivukartta.fi.md", "kaikki-sivut.fi.md"), rename("sivukartta.sv.md", "kaikki-sivut.sv.md"),
            replace(MENU, "- sivukartta", "- kaikki-sivut"),
            replace(ADDRESSES, "- id: sivukartta/", "- id: sivukartta/\n  to: kaikki-sivut"))),
    Change("a small picture", (store("teemat/talo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
                               add(FI, "\n![Talo](talo.svg)\n"), add(SV, "\n![Hus](talo.svg)\n"))),
    Change("code for those who need it", both("`<div>` on elementti.\n\n```\n<script>\n```",
                                              "`<div>` är ett element.\n\n```\n<script>\n```")),
)  # fmt: skip
