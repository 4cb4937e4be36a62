"""What the reader says to an editor: what is wrong, and what to do."""

from __future__ import annotations

from kb.text import Lang, Text

LANGUAGE_NAMES = {Lang.FI: Text("suomi", "finska"), Lang.SV: Text("ruotsi", "svenska")}

MISSING_KEY = Text(
    "Tiedosta ({label}) puuttuu pakollinen kenttä ”{key}” ({about}). Lisää rivi ”{key}: …”.",
    "Uppgiften ({label}) saknar det obligatoriska fältet ”{key}” ({about}). Lägg till raden ”{key}: …”.",
)
UNKNOWN_KEY = Text(
    "Kenttää ”{key}” ei tunneta. {hint}",
    "Fältet ”{key}” är okänt. {hint}",
)
DID_YOU_MEAN = Text("Tarkoititko ”{word}”?", "Menade du ”{word}”?")
KNOWN_KEYS = Text("Tunnetut kentät: {words}.", "Kända fält: {words}.")
DUPLICATE_KEY = Text(
    "Kenttä ”{key}” on samassa tiedossa kahdesti. Poista toinen.",
    "Fältet ”{key}” står två gånger i samma uppgift. Ta bort det ena.",
)
DUPLICATE_ID = Text(
    "Tunnus ”{id}” on jo käytössä: {where}. Anna tälle tiedolle oma tunnus.",
    "Id:t ”{id}” används redan: {where}. Ge den här uppgiften ett eget id.",
)
NOT_A_MAPPING = Text(
    "Tässä pitäisi olla kenttiä muodossa ”nimi: arvo”, yksi rivillä.",
    "Här ska det stå fält i formen ”namn: värde”, ett per rad.",
)
NOT_A_LIST_FILE = Text(
    "Tiedoston pitäisi olla luettelo, jonka jokainen kohta alkaa ”- id: …”.",
    "Filen ska vara en lista där varje punkt börjar med ”- id: …”.",
)
NOT_A_LIST = Text(
    "Kentän ”{key}” arvon pitää olla luettelo, esimerkiksi [S-001, P-002].",
    "Fältet ”{key}” ska ha en lista som värde, till exempel [S-001, P-002].",
)
NOT_A_VALUE = Text(
    "Kentän ”{key}” arvon pitää olla yksi arvo ({shape}), ei luettelo eikä alakenttiä.",
    "Fältet ”{key}” ska ha ett enda värde ({shape}), inte en lista eller underfält.",
)
NOT_BILINGUAL = Text(
    "Kenttä ”{key}” tarvitsee molemmat kielet. Kirjoita alariveille ”fi: …” ja ”sv: …”.",
    "Fältet ”{key}” behöver båda språken. Skriv ”fi: …” och ”sv: …” på raderna under.",
)
MISSING_LANGUAGE = Text(
    "Kentästä ”{key}” puuttuu kieli: {language}. Lisää rivi ”{lang}: …”.",
    "Fältet ”{key}” saknar ett språk: {language}. Lägg till raden ”{lang}: …”.",
)
NOT_TEXT = Text(
    'Kentän ”{key}” arvo ”{value}” ei ole tekstiä vaan luku, päivä tai kyllä/ei-arvo. Kirjoita se lainausmerkkeihin: "{value}".',
    'Värdet ”{value}” i fältet ”{key}” är inte text utan ett tal, ett datum eller ett ja/nej-värde. Skriv det inom citattecken: "{value}".',
)
EMPTY_VALUE = Text(
    "Kentän ”{key}” arvo on tyhjä. Kirjoita arvo tai poista rivi.",
    "Värdet i fältet ”{key}” är tomt. Skriv ett värde eller ta bort raden.",
)
NOT_ALLOWED = Text(
    "Kentän ”{key}” arvo ”{value}” ei ole sallittu. Valitse jokin näistä: {words}.",
    "Värdet ”{value}” är inte tillåtet i fältet ”{key}”. Välj något av dessa: {words}.",
)
BAD_ID = Text(
    "Tunnus ”{value}” kentässä ”{key}” sisältää muita merkkejä kuin a–z, 0–9 ja yhdysviiva. Korjaa tunnus, esimerkiksi varsinais-suomi.",
    "Id:t ”{value}” i fältet ”{key}” innehåller andra tecken än a–z, 0–9 och bindestreck. Rätta id:t, till exempel varsinais-suomi.",
)
ID_IS_NOT_FILE_NAME = Text(
    "Tunnus ”{id}” ei ole sama kuin tiedoston nimi ”{name}”. Muuta toinen toisen mukaiseksi.",
    "Id:t ”{id}” är inte detsamma som filens namn ”{name}”. Ändra det ena så att de stämmer överens.",
)
NOT_QUOTED = Text(
    'Kentän ”{key}” arvo pitää kirjoittaa lainausmerkkeihin, jotta sitä ei lueta lukuna: "{value}".',
    'Värdet i fältet ”{key}” ska stå inom citattecken så att det inte läses som ett tal: "{value}".',
)
NOT_A_DATE = Text(
    "Kentän ”{key}” arvo ”{value}” ei ole päivä. Kirjoita 2020-01-20, 2020-01 tai 2020.",
    "Värdet ”{value}” i fältet ”{key}” är inte ett datum. Skriv 2020-01-20, 2020-01 eller 2020.",
)
NOT_A_NUMBER = Text(
    "Kentän ”{key}” arvo ”{value}” ei ole kokonaisluku. Kirjoita pelkät numerot, esimerkiksi 23600000.",
    "Värdet ”{value}” i fältet ”{key}” är inte ett heltal. Skriv bara siffror, till exempel 23600000.",
)
NOT_TRUE = Text(
    "Kentän ”{key}” arvo ”{value}” ei kelpaa. Kirjoita true tai poista rivi.",
    "Värdet ”{value}” duger inte i fältet ”{key}”. Skriv true eller ta bort raden.",
)
BAD_ADDRESS = Text(
    "Kentän ”{key}” arvo ”{value}” ei ole verkko-osoite. Osoitteen pitää alkaa https:// tai http://.",
    "Värdet ”{value}” i fältet ”{key}” är inte en webbadress. Adressen ska börja med https:// eller http://.",
)
UNKNOWN_DATA_FILE = Text(
    "Tiedostoa ”{name}” ei tunneta. {hint} Tietolajit: {kinds}.",
    "Filen ”{name}” är okänd. {hint} Slag av data: {kinds}.",
)
ONE_FILE_EACH = Text(
    "Jokainen tieto on oma tiedostonsa: {folder}/<tunnus>.yml.",
    "Varje uppgift är en egen fil: {folder}/<id>.yml.",
)
NO_HINT = Text("Tarkista nimi.", "Kontrollera namnet.")
OPEN_FRONT_MATTER = Text(
    "Sivun tiedot alkavat rivillä 1 merkeillä ---, mutta lopettava --- puuttuu. Lisää se tietojen jälkeen omalle rivilleen.",
    "Sidans uppgifter börjar på rad 1 med ---, men det avslutande --- saknas. Lägg till det på en egen rad efter uppgifterna.",
)
TWO_FILES = Text(
    "Samasta sivusta on kaksi tiedostoa, toinen on {where}. Yhdistä ne ja poista toinen.",
    "Samma sida finns i två filer, den andra är {where}. Slå ihop dem och ta bort den ena.",
)
BAD_DIRECTIVE = Text(
    "Direktiivi ”{raw}” on kirjoitettu väärin. Kirjoita se yksin omalle rivilleen, esimerkiksi <!-- kb:timeline phase=phase-2 -->.",
    "Direktivet ”{raw}” är felskrivet. Skriv det ensamt på en egen rad, till exempel <!-- kb:timeline phase=phase-2 -->.",
)

NOT_UTF8 = Text(
    "Tiedostoa ei voi lukea: se ei ole UTF-8-muodossa (tavu {byte}). Tallenna tiedosto UTF-8-muodossa.",
    "Filen går inte att läsa: den är inte i formatet UTF-8 (byte {byte}). Spara filen i formatet UTF-8.",
)
BINARY_FILE = Text(
    "Tiedostossa ei ole tekstiä vaan toisen ohjelman tallennusmuoto ({kind}). Liitä tekstin tilalle pelkkä teksti, ja tallenna kuva omaksi tiedostokseen.",
    "Filen innehåller inte text utan ett annat programs format ({kind}). Klistra in bara texten och spara en bild som en egen fil.",
)
MERGE_CONFLICT = Text(
    "Kaksi ihmistä on muuttanut samaa kohtaa, ja molemmat versiot jäivät tiedostoon. Valitse rivien ”<<<<<<<”, ”=======” ja ”>>>>>>>” väleistä oikea teksti ja poista nuo merkkirivit.",
    "Två personer har ändrat samma ställe, och båda versionerna blev kvar i filen. Välj rätt text mellan raderna ”<<<<<<<”, ”=======” och ”>>>>>>>” och ta bort de tre raderna med tecken.",
)
FIELD_ORDER = Text(
    "Kentät ovat toisessa järjestyksessä kuin muissa tiedostoissa. Siirrä kenttä ”{key}” tähän, kentän ”{after}” edelle.",
    "Fälten står i en annan ordning än i de andra filerna. Flytta fältet ”{key}” hit, före fältet ”{after}”.",
)
WRITE_LINE = Text(
    "Rivi merkitsee oikeaa asiaa, mutta se on kirjoitettu toisin kuin muut. Kirjoita sen tilalle {lines}.",
    "Raden betyder rätt sak men är skriven på ett annat sätt än de andra. Skriv i stället {lines}.",
)
WRITE_LINES = Text(
    "Rivit {first}–{last} merkitsevät oikeaa asiaa, mutta ne on kirjoitettu toisin kuin muut. Kirjoita niiden tilalle {lines}.",
    "Raderna {first}–{last} betyder rätt sak men är skrivna på ett annat sätt än de andra. Skriv i stället {lines}.",
)
ADD_LINES = Text(
    "Lisää tämän rivin yläpuolelle {lines}.",
    "Lägg till {lines} ovanför den här raden.",
)
EMPTY_LINE = Text("tyhjä rivi", "en tom rad")
REMOVE_LINE = Text("Rivi on turha. Poista se.", "Raden behövs inte. Ta bort den.")
SPACES_AT_END = Text(
    "Rivin lopussa on välilyöntejä. Poista ne.",
    "Raden slutar med mellanslag. Ta bort dem.",
)
NO_LAST_LINE_END = Text(
    "Viimeiseltä riviltä puuttuu rivinvaihto. Siirry rivin loppuun ja paina enteriä.",
    "Den sista raden saknar radbrytning. Gå till radens slut och tryck på enter.",
)
SMART_QUOTES = Text(
    'Kentän ”{key}” arvo on kaarevissa lainausmerkeissä: {value}. Poista merkit tai kirjoita suorat: "…".',
    'Värdet i fältet ”{key}” står inom böjda citattecken: {value}. Ta bort tecknen eller skriv raka: "…".',
)
PERSONAL_IDENTITY_CODE = Text(
    "Rivillä on henkilötunnus ({shown}). Poista se heti ja kerro ylläpidolle: tunnus jää versiohistoriaan, josta se on poistettava erikseen.",
    "På raden finns en personbeteckning ({shown}). Ta bort den genast och meddela dem som underhåller webbplatsen: beteckningen finns kvar i versionshistoriken och måste raderas där också.",
)
BAD_FILE_NAME = Text(
    "Tiedoston nimessä ”{name}” on muita merkkejä kuin a–z, 0–9, yhdysviiva ja piste. Vaihda nimeksi esimerkiksi ”{better}”.",
    "Filnamnet ”{name}” innehåller andra tecken än a–z, 0–9, bindestreck och punkt. Byt det till exempel till ”{better}”.",
)
LARGE_IMAGE = Text(
    "Kuvan koko on {size} kt, ja enintään {largest} kt sallitaan. Pienennä kuva noin 1600 kuvapisteen levyiseksi ja tallenna se uudelleen.",
    "Bilden är {size} kB, och högst {largest} kB är tillåtet. Förminska bilden till ungefär 1600 bildpunkters bredd och spara den på nytt.",
)
EMPTY_FILE = Text(
    "Tiedosto on tyhjä. Palauta sisältö versiohistoriasta tai poista tiedosto.",
    "Filen är tom. Återställ innehållet ur versionshistoriken eller ta bort filen.",
)
TWICE_DECLARED = Text(
    "Kaksi ihmistä vahvisti saman kohdan, ja rivit <<<<<<< ja >>>>>>> jäivät tiedostoon. Jätä niiden väliltä kumpi tahansa puoli ja poista merkkirivit (myös =======). Vertaa sitten kieliversiot ja vahvista sivu: python scripts/translations.py confirm {key}",
    "Två personer bekräftade samma ställe, och raderna <<<<<<< och >>>>>>> blev kvar i filen. Lämna vilken som helst av sidorna mellan dem och ta bort raderna med tecken (också =======). Jämför sedan språkversionerna och bekräfta sidan: python scripts/translations.py confirm {key}",
)
BAD_DECLARATION = Text(
    "Kielten vertailun rivi on rikki kohdassa ”{anchor}”. Poista kohta tiedostosta ja vahvista se uudelleen: python scripts/translations.py confirm {key}",
    "Språkjämförelsens rad är trasig vid ”{anchor}”. Ta bort stället ur filen och bekräfta det på nytt: python scripts/translations.py confirm {key}",
)
YAML_SYNTAX = Text(
    "YAML-rakenne ei aukea: {problem}. Tarkista sisennys, kaksoispisteet ja lainausmerkit tältä riviltä ja edelliseltä.",
    "YAML-strukturen går inte att läsa: {problem}. Kontrollera indrag, kolon och citattecken på den här raden och raden före.",
)
YAML_PROBLEMS = {
    "mapping values are not allowed": Text(
        "rivillä on kaksoispiste väärässä paikassa", "det finns ett kolon på fel ställe"
    ),
    "cannot start any token": Text(
        "rivi alkaa merkillä, jolla se ei voi alkaa (esimerkiksi sarkain)",
        "raden börjar med ett tecken som den inte får börja med (till exempel en tabb)",
    ),
    "could not find expected ':'": Text("kaksoispiste puuttuu", "ett kolon saknas"),
    "unexpected end of stream": Text("lainausmerkki jäi auki", "ett citattecken lämnades öppet"),
    "did not find expected key": Text("sisennys on väärä", "indraget är fel"),
    "expected <block end>": Text("sisennys on väärä", "indraget är fel"),
    "undefined alias": Text(
        "merkki * pitää kirjoittaa lainausmerkkeihin", "tecknet * ska stå inom citattecken"
    ),
}
YAML_PROBLEMS["found a tab"] = YAML_PROBLEMS["cannot start any token"]
UNKNOWN_YAML_PROBLEM = Text("kirjoitusasu ei ole YAMLia", "skrivsättet är inte YAML")
