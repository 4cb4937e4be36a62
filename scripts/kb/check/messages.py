"""What the checks say to an editor: what is wrong, and what to do."""

from __future__ import annotations

from kb.text import Lang, Text

LANGUAGES = {Lang.FI: Text("suomenkielinen", "finska"), Lang.SV: Text("ruotsinkielinen", "svenska")}

OPEN_PLACE = Text(
    "Kohta on vielä auki: siinä on vain ”…”. Kirjoita teksti sen tilalle tai poista rivi.",
    "Stället är ännu öppet: där står bara ”…”. Skriv texten i stället eller ta bort raden.",
)
UNKNOWN_REFERENCE = Text(
    "Kentässä ”{key}” on tunnus ”{id}”, jota ei ole ({where}). {hint}",
    "Fältet ”{key}” har id:t ”{id}” som inte finns ({where}). {hint}",
)
UNKNOWN_FACT = Text(
    "Lähdeviite [^{id}] ei viittaa mihinkään: tunnusta ei ole tiedostossa docs/_data/facts.yml. {hint}",
    "Källhänvisningen [^{id}] leder ingenstans: id:t finns inte i docs/_data/facts.yml. {hint}",
)
DID_YOU_MEAN = Text("Tarkoititko ”{word}”?", "Menade du ”{word}”?")
CHECK_ID = Text("Tarkista tunnus.", "Kontrollera id:t.")
UNKNOWN_DIRECTIVE = Text(
    "Direktiiviä ”kb:{name}” ei ole. {hint}",
    "Direktivet ”kb:{name}” finns inte. {hint}",
)
KNOWN_WORDS = Text("Valitse jokin näistä: {words}.", "Välj något av dessa: {words}.")
UNKNOWN_ARGUMENT = Text(
    "Direktiivi ”kb:{name}” ei tunne sanaa ”{argument}”. {hint}",
    "Direktivet ”kb:{name}” känner inte ordet ”{argument}”. {hint}",
)
NO_ARGUMENTS = Text("Se ei ota lisäsanoja.", "Det tar inga tilläggsord.")
MISSING_ARGUMENT = Text(
    "Direktiivistä ”kb:{name}” puuttuu ”{argument}=…” ({about}).",
    "Direktivet ”kb:{name}” saknar ”{argument}=…” ({about}).",
)
BAD_ARGUMENT = Text(
    "Direktiivin ”kb:{name}” arvoa ”{argument}={value}” ei ole. {hint}",
    "Direktivet ”kb:{name}” har värdet ”{argument}={value}” som inte finns. {hint}",
)
BAD_YEAR = Text(
    "Direktiivin ”kb:{name}” arvo ”{argument}={value}” ei ole vuosi. Kirjoita neljä numeroa, esimerkiksi 2019.",
    "Värdet ”{argument}={value}” i direktivet ”kb:{name}” är inte ett år. Skriv fyra siffror, till exempel 2019.",
)
MISSING_TRANSLATION = Text(
    "Sivulta puuttuu pari: tiedostoa ”{file}” ei ole. Kirjoita se, tai jätä sivu tietoisesti yksikieliseksi; lukijalle kerrotaan siitä.",
    "Sidan saknar sitt par: filen ”{file}” finns inte. Skriv den, eller lämna medvetet sidan på ett språk; läsaren får veta det.",
)
UNEQUAL_FACTS = Text(
    "Sivun kieliversiot nojaavat eri tietoihin: tältä sivulta puuttuu {ids}, joka on toisella kielellä. Lisää sama tieto ja viite tähän tai poista se toisesta.",
    "Sidans språkversioner bygger på olika fakta: här saknas {ids}, som finns på det andra språket. Lägg till samma uppgift och hänvisning här eller ta bort den på det andra.",
)
UNEQUAL_HEADINGS = Text(
    "Otsikoiden tunnukset eivät ole samat molemmilla kielillä. Täällä: {here}. Toisella kielellä: {there}. Kirjoita samat {{#tunnukset}} samaan järjestykseen.",
    "Rubrikernas id är inte desamma på båda språken. Här: {here}. På det andra språket: {there}. Skriv samma {{#id}} i samma ordning.",
)
UNEQUAL_FRONT_MATTER = Text(
    "Kenttä ”{key}” on tällä sivulla ”{here}”, mutta toisella kielellä ”{there}”. Korjaa ne samoiksi.",
    "Fältet ”{key}” är här ”{here}” men på det andra språket ”{there}”. Gör dem lika.",
)
NOTHING = Text("ei mitään", "inget")
DUPLICATE_ADDRESS = Text(
    "Sivun osoite ”/{address}” on jo toisella sivulla ({where}). Vaihda tiedoston nimi tai slug.",
    "Sidans adress ”/{address}” finns redan på en annan sida ({where}). Byt filnamn eller slug.",
)
RESERVED_ADDRESS = Text(
    "Osoite ”/{address}” on varattu haulle. Vaihda tiedoston nimi tai slug.",
    "Adressen ”/{address}” är reserverad för sökningen. Byt filnamn eller slug.",
)
DUPLICATE_PAGE_ID = Text(
    "Sivun tunnus ”{id}” on jo toisella sivulla ({where}). Anna tälle sivulle oma tunnus.",
    "Sidans id ”{id}” finns redan på en annan sida ({where}). Ge den här sidan ett eget id.",
)
SLUG_ON_FINNISH_PAGE = Text(
    "Suomenkielisen sivun osoite tulee tiedoston nimestä: poista rivi ”slug: {slug}”.",
    "Den finska sidans adress kommer från filens namn: ta bort raden ”slug: {slug}”.",
)
BAD_SLUG = Text(
    "Osoitteen sana ”{slug}” sisältää muita merkkejä kuin a–z, 0–9 ja yhdysviiva. Kirjoita esimerkiksi ”{better}”.",
    "Adressordet ”{slug}” innehåller andra tecken än a–z, 0–9 och bindestreck. Skriv till exempel ”{better}”.",
)
MISSING_WORD = Text(
    "Käyttöliittymän teksti ”{id}” puuttuu. Lisää se tiedostoon molemmilla kielillä.",
    "Gränssnittstexten ”{id}” saknas. Lägg till den i filen på båda språken.",
)
UNEQUAL_NUMBERS = Text(
    "Luku tai päivä ”{number}” on tällä sivulla mutta ei ruotsinkielisellä. Korjaa jompikumpi sivu.",
    "Talet eller datumet ”{number}” står på den här sidan men inte på den finska. Rätta den ena sidan.",
)
UNEQUAL_NAMES = Text(
    "Nimi ”{name}” on tällä sivulla mutta ei ruotsinkielisellä. Lisää se sinne tai poista tästä.",
    "Namnet ”{name}” står på den här sidan men inte på den finska. Lägg till det där eller ta bort det här.",
)
UNUSED_FACT = Text(
    "Tietoa {id} ei käytetä millään sivulla. Käytä sitä tai kirjoita syy tiedostoon docs/_data/unused.yml.",
    "Faktumet {id} används inte på någon sida. Använd det eller skriv orsaken i docs/_data/unused.yml.",
)
USED_AFTER_ALL = Text(
    "Tieto {id} on merkitty käyttämättömäksi, mutta jokin sivu käyttää sitä. Poista merkintä.",
    "Faktumet {id} är antecknat som oanvänt men används på någon sida. Ta bort anteckningen.",
)
FORBIDDEN_TERM = Text(
    "Sanaa ”{word}” ei käytetä. Kirjoita ”{better}”.",
    "Ordet ”{word}” används inte. Skriv ”{better}”.",
)
QUOTED_SOURCE = Text(
    "Kahdeksan sanaa peräkkäin on samoja kuin lähdeasiakirjassa: ”{run}”. Kerro sama asia omin sanoin.",
    "Åtta ord i rad är desamma som i ett källdokument: ”{run}”. Säg samma sak med egna ord.",
)
LONG_SENTENCE = Text(
    "Virkkeessä on {count} sanaa: ”{start}…”. Jaa se kahdeksi tai useammaksi.",
    "Meningen har {count} ord: ”{start}…”. Dela den i två eller flera.",
)
HARD_TO_READ = Text(
    "Sivun luettavuusindeksi LIX on {lix}, kun suomenkielisten sivujen keskiluku on {median}. Lyhennä virkkeitä ja sanoja.",
    "Sidans läsbarhetsindex LIX är {lix}, medan medianen för de svenska sidorna är {median}. Korta meningar och ord.",
)
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
UNKNOWN_VERSION = Text(
    "git ei tunne versiota ”{ref}”, tai sisältö ei ole git-arkistossa.",
    "git känner inte versionen ”{ref}”, eller så finns innehållet inte i ett git-arkiv.",
)
ALREADY_IN_STEP = Text("{name}: tahdissa jo ennestään", "{name}: redan i takt")
CONFIRMED = Text("{name}: {state} → vahvistettu", "{name}: {state} → bekräftat")
MOVED = Text("{old} → {new}: siirretty", "{old} → {new}: flyttat")
REMOVED = Text(
    "{name}: poistettu, kohtaa ei enää ole", "{name}: borttaget, stället finns inte längre"
)
NOTHING_TO_DO = Text("Ei mitään tehtävää.", "Inget att göra.")
