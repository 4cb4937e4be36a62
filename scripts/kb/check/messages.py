"""What the checks say to an editor: what is wrong, and what to do."""

from __future__ import annotations

from kb.text import Lang, Text

ON_PAGE = {
    Lang.FI: Text("suomenkielisellä", "den finska"),
    Lang.SV: Text("ruotsinkielisellä", "den svenska"),
}
OF_PAGES = {
    Lang.FI: Text("suomenkielisten sivujen", "de finska sidorna"),
    Lang.SV: Text("ruotsinkielisten sivujen", "de svenska sidorna"),
}

LANGUAGE_NAMES = {Lang.FI: Text("suomi", "finska"), Lang.SV: Text("ruotsi", "svenska")}

OPEN_PLACE = Text(
    "Kohta on vielä auki: siinä on vain ”…”. Kirjoita teksti sen tilalle tai poista rivi.",
    "Stället är ännu öppet: där står bara ”…”. Skriv texten i stället eller ta bort raden.",
)
UNKNOWN_REFERENCE = Text(
    "Kentässä ”{key}” on tunnus ”{id}”, jota ei ole ({where}). {hint}",
    "Fältet ”{key}” har id:t ”{id}” som inte finns ({where}). {hint}",
)
UNKNOWN_FACT = Text(
    "Lähdeviite [^{id}] ei viittaa mihinkään: {missing}. {hint}",
    "Källhänvisningen [^{id}] leder ingenstans: {missing}. {hint}",
)
NO_SUCH_FILE = Text("tiedostoa {file} ei ole", "filen {file} finns inte")
NO_SUCH_TERM = Text(
    "mikään termi kansiossa docs/_data/terms/ ei mainitse tunnusta",
    "ingen term i mappen docs/_data/terms/ nämner id:t",
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
    "Luku tai päivä ”{number}” on tällä sivulla mutta ei {side}. Korjaa jompikumpi sivu.",
    "Talet eller datumet ”{number}” står på den här sidan men inte på {side}. Rätta den ena sidan.",
)
UNEQUAL_NAMES = Text(
    "Nimi ”{name}” on tällä sivulla mutta ei {side}. Lisää se sinne tai poista tästä.",
    "Namnet ”{name}” står på den här sidan men inte på {side}. Lägg till det där eller ta bort det här.",
)
UNUSED_FACT = Text(
    "Tietoa {id} ei käytetä millään sivulla. Käytä sitä tai kirjoita syy tämän tiedoston kenttään ”unused”.",
    "Faktumet {id} används inte på någon sida. Använd det eller skriv orsaken i fältet ”unused” i den här filen.",
)
USED_AFTER_ALL = Text(
    "Tieto {id} on merkitty käyttämättömäksi, mutta jokin sivu käyttää sitä. Poista kenttä ”unused”.",
    "Faktumet {id} är antecknat som oanvänt men används på någon sida. Ta bort fältet ”unused”.",
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
    "Sivun luettavuusindeksi LIX on {lix}, kun {pages} keskiluku on {median}. Lyhennä virkkeitä ja sanoja.",
    "Sidans läsbarhetsindex LIX är {lix}, medan medianen för {pages} är {median}. Korta meningar och ord.",
)
IMAGE_WITHOUT_ALT = Text(
    "Kuvalla ”{image}” ei ole tekstivastinetta. Kirjoita hakasulkeisiin, mitä kuva kertoo: ![Perhekeskuksen aula](aula.jpg).",
    "Bilden ”{image}” har ingen alternativtext. Skriv inom hakparenteserna vad bilden berättar: ![Familjecentrets aula](aula.jpg).",
)
EMPTY_SECTION = Text(
    "Otsikon ”{heading}” alla ei ole mitään. Kirjoita osio tai poista otsikko.",
    "Det finns inget under rubriken ”{heading}”. Skriv avsnittet eller ta bort rubriken.",
)
CHECK_TARGET = Text("Tarkista tiedoston nimi ja kansio.", "Kontrollera filens namn och mapp.")
CHECK_ANCHOR = Text(
    "Tunnus on otsikon perässä muodossa {#tunnus}.", "Id:t står efter rubriken i formen {#id}."
)
BROKEN_LINK = Text(
    "Linkki ”{target}” ei johda mihinkään: tiedostoa ei ole. {hint}",
    "Länken ”{target}” leder ingenstans: filen finns inte. {hint}",
)
BROKEN_ANCHOR = Text(
    "Linkin kohtaa ”#{anchor}” ei ole sivulla {where}. {hint}",
    "Stället ”#{anchor}” som länken leder till finns inte på sidan {where}. {hint}",
)
SITE_ADDRESS_AS_LINK = Text(
    "Linkki ”{target}” on sivuston osoite. Kirjoita sen tilalle tiedoston nimi, esimerkiksi ../teemat/perhekeskus.md.",
    "Länken ”{target}” är en adress på webbplatsen. Skriv i stället filens namn, till exempel ../teemat/perhekeskus.md.",
)
LINK_TO_MISSING_LANGUAGE = Text(
    "Linkin ”{target}” sivua ei ole sillä kielellä ({language}). Poista kieli linkistä tai kirjoita sivu.",
    "Sidan som länken ”{target}” leder till finns inte på det språket ({language}). Ta bort språket ur länken eller skriv sidan.",
)
LINK_TO_ONE_LANGUAGE = Text(
    "Linkissä ”{target}” on sivun oma kieli. Kirjoita tiedoston nimi ilman kieltä: ”{better}”.",
    "Länken ”{target}” nämner sidans eget språk. Skriv filens namn utan språk: ”{better}”.",
)
MISSING_TITLE = Text(
    "Sivulta puuttuu pääotsikko. Kirjoita tekstin alkuun rivi ”# Sivun otsikko”.",
    "Sidan saknar huvudrubrik. Skriv raden ”# Sidans rubrik” före texten.",
)
MISSING_LEAD = Text(
    "Otsikon ”{title}” alta puuttuu johdanto. Kirjoita siihen sivun ydin yhtenä kappaleena.",
    "Ingressen under rubriken ”{title}” saknas. Skriv där sidans viktigaste budskap i ett stycke.",
)
EXTRA_TITLE = Text(
    "Sivulla on toinen pääotsikko ”{title}”. Tee siitä väliotsikko: kirjoita rivin alkuun ##.",
    "Sidan har en andra huvudrubrik ”{title}”. Gör den till en mellanrubrik: skriv ## först på raden.",
)
EMPTY_HEADING = Text(
    "Otsikossa ei ole sanoja. Kirjoita otsikko tai poista rivi.",
    "Rubriken har inga ord. Skriv en rubrik eller ta bort raden.",
)
DUPLICATE_TITLE = Text(
    "Otsikko ”{title}” on jo toisella sivulla ({where}). Kirjoita otsikko, josta lukija erottaa sivut.",
    "Rubriken ”{title}” finns redan på en annan sida ({where}). Skriv en rubrik som skiljer sidorna åt.",
)
DUPLICATE_ANCHOR = Text(
    "Otsikon tunnus ”{anchor}” on jo tällä sivulla, rivillä {line}. Anna tälle otsikolle oma tunnus molemmilla kielillä.",
    "Rubrikens id ”{anchor}” finns redan på sidan, på rad {line}. Ge den här rubriken ett eget id på båda språken.",
)
HEADING_ORDER = Text(
    "Otsikko ”{title}” on tasoa {here}, vaikka edellinen taso puuttuu välistä. Kirjoita rivin alkuun {better}.",
    "Rubriken ”{title}” är på nivån {here}, fast nivån före saknas. Skriv {better} först på raden.",
)
RAW_HTML = Text(
    "HTML-merkintää ”{tag}” ei käytetä sivuilla. Kirjoita asia Markdownilla; sallittuja ovat vain: {allowed}.",
    "HTML-koden ”{tag}” används inte på sidorna. Skriv samma sak med Markdown; tillåtna är bara: {allowed}.",
)
ACTIVE_ATTRIBUTE = Text(
    "Määritettä ”{name}” ei käytetä sivuilla: tyylit ja toiminnot tulevat sivupohjasta. Poista se.",
    "Attributet ”{name}” används inte på sidorna: stil och funktioner kommer från sidmallen. Ta bort det.",
)
SCRIPT_LINK = Text(
    "Linkin alku ”{scheme}” ei ole verkko-osoite. Kirjoita osoite, joka alkaa https://.",
    "Länkens början ”{scheme}” är ingen webbadress. Skriv en adress som börjar med https://.",
)
IMPOSSIBLE_DATE = Text(
    "Päivää tai aikaväliä ”{date}” ei ole. Tarkista luvut lähteestä.",
    "Datumet eller tidsspannet ”{date}” finns inte. Kontrollera siffrorna i källan.",
)
BACKWARDS = Text(
    "Loppu (”{last}: {end}”) on ennen alkua (”{first}: {start}”). Korjaa jompikumpi päivä.",
    "Slutet (”{last}: {end}”) kommer före början (”{first}: {start}”). Rätta det ena datumet.",
)
REVIEW_OVERDUE = Text(
    "Sivun tiedot tarkistettiin viimeksi {day}, yli {months} kuukautta sitten. Lue sivu, tarkista lähteet ja kirjoita uusi päivä kenttään ”checked” molemmilla kielillä.",
    "Sidans uppgifter kontrollerades senast {day}, för mer än {months} månader sedan. Läs sidan, kontrollera källorna och skriv en ny dag i fältet ”checked” på båda språken.",
)
PAGE_WITHOUT_FACTS = Text(
    "Sivulla ei ole yhtään lähdeviitettä. Lisää väitteiden perään niiden tunnukset, esimerkiksi [^S-045].",
    "Sidan har inga källhänvisningar. Lägg till id efter påståendena, till exempel [^S-045].",
)
LOST_ADDRESS = Text(
    "Osoite ”/{address}” on julkaistu, mutta sivua ei enää ole siinä. Lisää tämän rivin alle rivi ”  to: {key}”, niin vanhat linkit vievät uudelle sivulle.",
    "Adressen ”/{address}” har publicerats, men sidan finns inte längre där. Lägg till raden ”  to: {key}” under den här raden, så leder gamla länkar till den nya sidan.",
)
REDIRECT_OVER_PAGE = Text(
    "Osoitteessa ”/{address}” on sivu ({where}), joten se ei voi viedä muualle. Poista rivi ”to: …”.",
    "På adressen ”/{address}” finns en sida ({where}), så den kan inte leda någon annanstans. Ta bort raden ”to: …”.",
)
WRONG_LANGUAGE_PAGE = Text(
    "Sivun teksti näyttää olevan väärällä kielellä ({there}), vaikka tiedoston kieli on {here}. Vaihda teksti tai tiedoston nimi.",
    "Sidans text verkar vara på fel språk ({there}), fast filens språk är {here}. Byt texten eller filens namn.",
)
WRONG_LANGUAGE_PARAGRAPH = Text(
    "Kappale näyttää olevan väärällä kielellä ({there}), vaikka sivun kieli on {here}. Käännä se, tai merkitse lainaus lainausmerkein ”…”.",
    "Stycket verkar vara på fel språk ({there}), fast sidans språk är {here}. Översätt det, eller markera ett citat med citattecken ”…”.",
)
UNKNOWN_WORD = Text(
    "Sanaa ”{word}” ei tunneta. Korjaa se, tai lisää oikea sana tiedostoon docs/_data/words.{lang}.txt (nimi: words.names.txt).",
    "Ordet ”{word}” är okänt. Rätta det, eller lägg till ett riktigt ord i docs/_data/words.{lang}.txt (namn: words.names.txt).",
)
STOPPED = Text(
    "Rakentaminen keskeytettiin: {count} virhettä. Entinen sivusto on ennallaan.",
    "Bygget avbröts: {count} fel. Den tidigare webbplatsen är orörd.",
)
