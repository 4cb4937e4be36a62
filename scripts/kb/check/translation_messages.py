"""What is said of sections that are out of step, and while confirming them."""

from __future__ import annotations

from kb.text import Lang, Text

LEAD = Text("sivun alku", "sidans början")
FRESHER = {
    Lang.FI: Text("suomenkielistä", "den finska"),
    Lang.SV: Text("ruotsinkielistä", "den svenska"),
}
OUT_OF_STEP = Text(
    "Kohta ”{title}” on jäänyt jälkeen: {fresher} tekstiä on muutettu. {what} Tee muutos myös tähän. Kun se on tehty tai jos se ei koske tätä kieltä, vahvista: python scripts/translations.py confirm {name}",
    "Stället ”{title}” har blivit efter: {fresher} texten har ändrats. {what} Gör ändringen också här. När den är gjord eller om den inte gäller det här språket, bekräfta: python scripts/translations.py confirm {name}",
)
NEW_SENTENCE = Text("Uutta: ”{start}”.", "Nytt: ”{start}”.")
NEW_SENTENCES = Text("Uutta: ”{start}” ja {count} muuta.", "Nytt: ”{start}” och {count} till.")
DROPPED = Text("Pois on jäänyt {count}.", "Borttaget: {count}.")
SENTENCES = Text("{count} virkettä", "{count} meningar")
ONE_SENTENCE = Text("1 virke", "1 mening")
REORDERED = Text("Virkkeiden järjestys on muuttunut.", "Meningarnas ordning har ändrats.")
EMPTIED = Text(
    "Kohdassa ”{title}” on vain otsikko, mutta toisella kielellä siinä on tekstiä. Kirjoita teksti tähän tai poista kohta molemmista.",
    "Stället ”{title}” har bara en rubrik, men på det andra språket finns det text. Skriv texten här eller ta bort stället på båda.",
)
BOTH_CHANGED = Text(
    "Sivun ”{page}” kohtaa ”{title}” on muutettu molemmilla kielillä. Vertaa kieliversiot ja vahvista: python scripts/translations.py confirm {name}",
    "Stället ”{title}” på sidan ”{page}” har ändrats på båda språken. Jämför språkversionerna och bekräfta: python scripts/translations.py confirm {name}",
)
NEVER_COMPARED = Text(
    "Näiden kohtien kieliversioita ei ole vielä verrattu: {titles}. Vertaa ne ja vahvista: python scripts/translations.py confirm {key}",
    "Språkversionerna av de här ställena har ännu inte jämförts: {titles}. Jämför dem och bekräfta: python scripts/translations.py confirm {key}",
)
UNKNOWN_TRANSLATION = Text(
    "Sivua tai kohtaa ”{name}” ei enää ole. Jos poisto oli tarkoitus, poista merkintä: python scripts/translations.py tidy",
    "Sidan eller stället ”{name}” finns inte längre. Om det skulle tas bort, ta bort anteckningen: python scripts/translations.py tidy",
)
RENAMED_TRANSLATION = Text(
    "Merkinnän ”{name}” uusi nimi on ”{new}”. Siirrä merkintä: python scripts/translations.py tidy",
    "”{name}” heter nu ”{new}”. Flytta anteckningen: python scripts/translations.py tidy",
)
UNKNOWN_PAGE = Text(
    "Sivua ”{name}” ei ole. {hint}",
    "Sidan ”{name}” finns inte. {hint}",
)
UNKNOWN_SECTION = Text(
    "Sivulla ”{key}” ei ole kohtaa ”{name}”. {hint}",
    "Sidan ”{key}” har inget ställe ”{name}”. {hint}",
)
LONE_PAGE = Text(
    "Sivua ”{key}” ei ole luettavissa molemmilla kielillä, joten vertailtavaa ei ole.",
    "Sidan ”{key}” finns inte läsbar på båda språken, så det finns inget att jämföra.",
)
ONE_SIDED = Text(
    "{name}: tekstiä on vain toisella kielellä. Kirjoita puuttuva teksti ensin.",
    "{name}: det finns text bara på det ena språket. Skriv den text som saknas först.",
)
BROKEN_FILE = Text(
    "Tiedosto {path} on rikki, eikä siihen kirjoiteta. Korjaa se ensin: python scripts/check.py",
    "Filen {path} är trasig och skrivs inte över. Rätta den först: python scripts/check.py",
)
ALREADY_IN_STEP = Text("{name}: tahdissa jo ennestään", "{name}: redan i takt")
CONFIRMED = Text("{name}: {state} → vahvistettu", "{name}: {state} → bekräftat")
MOVED = Text("{old} → {new}: siirretty", "{old} → {new}: flyttat")
REMOVED = Text(
    "{name}: poistettu, kohtaa ei enää ole", "{name}: borttaget, stället finns inte längre"
)
NOTHING_TO_DO = Text("Ei mitään tehtävää.", "Inget att göra.")
