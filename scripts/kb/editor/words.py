"""What the form says beside the names of its fields."""

from __future__ import annotations

from kb.text import Text

TITLE = Text("Sivuston toimitus", "Redigering av webbplatsen")
PAGES_IN = Text("Sivut: {name}", "Sidor: {name}")
OTHER_PAGES = Text("Muut sivut", "Övriga sidor")
PAGE = Text("sivu", "sida")
PAGE_TITLE = Text("Sivun otsikko", "Sidans rubrik")
PAGE_BODY = Text("Sivun teksti", "Sidans text")
BODY_HINT = Text(
    "Teksti on Markdownia: ## aloittaa väliotsikon, [^S-045] viittaa tosiasiaan, ja kb-rivi "
    "näyttää tietoja. Toimitusopas kertoo lisää.",
    "Texten är Markdown: ## inleder en mellanrubrik, [^S-045] hänvisar till ett faktum, och en "
    "kb-rad visar uppgifter. Redaktörsguiden berättar mer.",
)
PICTURE = Text("Uusi kuva", "Ny bild")
FILE = Text("Kuvatiedosto", "Bildfil")
PICTURE_TEXT = Text("Mitä kuvassa on", "Vad bilden visar")
PICTURE_HINT = Text(
    "Kuva pienennetään ja tulee sivun tekstin loppuun; siirrä sen rivi sitten oikeaan kohtaan. "
    "Kuvaus luetaan niille, jotka eivät näe kuvaa.",
    "Bilden görs mindre och kommer i slutet av sidans text; flytta sedan dess rad till rätt plats. "
    "Beskrivningen läses upp för dem som inte ser bilden.",
)
STANDS_HERE = Text("Tässä näkyy sivustolla: {what}", "Här visas på webbplatsen: {what}")
CITED = Text("lähde: {name}", "källa: {name}")
NOT_FOUND = Text("tunnusta ei löydy", "id:t finns inte")
FILE_NAME = Text(
    "Sivun osoite suomeksi: pieniä kirjaimia a–z, numeroita ja yhdysviivoja, esimerkiksi "
    "perhekeskus",
    "Sidans adress på finska: små bokstäver a–z, siffror och bindestreck, till exempel perhekeskus",
)
ID_FORM = Text(
    "Tunnuksessa on kirjaimia a–z, numeroita ja yhdysviivoja, esimerkiksi varsinais-suomi.",
    "Ett id har bokstäver a–z, siffror och bindestreck, till exempel varsinais-suomi.",
)
DATE_FORM = Text("Kirjoita 2020-01-20, 2020-01 tai 2020.", "Skriv 2020-01-20, 2020-01 eller 2020.")
ADDRESS_FORM = Text(
    "Osoite alkaa https:// tai http://.", "Adressen börjar med https:// eller http://."
)
IN_LANGUAGE = {"fi": Text("suomeksi", "på finska"), "sv": Text("ruotsiksi", "på svenska")}
NOT_USED_YET = Text(
    "Tieto on uusi, eikä mikään sivu vielä kerro sitä.",
    "Uppgiften är ny och finns ännu inte på någon sida.",
)
"""Why a fact that has just been added stands on no page, unless somebody gives another reason."""
