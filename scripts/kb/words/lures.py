"""Words by which somebody else's notice passes for the site's own, in Finnish, Swedish, English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto

from stdnum import iban

_GIVE = (
    r"(?:anna|antakaa|kirjoita|kirjoittakaa|syötä|syöttäkää|lähetä|lähettäkää|ilmoita|ilmoittakaa|"
    r"antaa|kirjoittaa|syöttää|lähettää|ilmoittaa|vahvistaa|tunnistautua|tunnistautumaan|kirjautua|"
    r"kirjautumaan|tarvitset|vahvista|vahvistakaa|kerro|kertokaa|täytä|täyttäkää|päivitä|päivittäkää|tunnistaudu|"
    r"tunnistautukaa|kirjaudu|kirjautukaa|toimita|toimittakaa|näppäile|pyydämme|tarvitsemme|"
    r"ange|angiv|uppge|skriv(?: in)?|skicka|mata in|slå in|bekräfta|fyll i|lämna|ge|logga in|"
    r"identifiera dig|uppdatera|vi behöver|vi ber|"
    r"enter|provide|give|send|submit|confirm|verify|type|fill in|update|log ?in|sign ?in|share)"
)
_OWN = (
    r"(?:salasan\w+|tunnuslu[kv]\w+|(?:verkko)?pankkitunnu\w+|verkkopank\w+|henkilötunnu\w+|hetu\w*|"
    r"pin-?(?:koodi\w*|lu[kv]u\w*|kod\w*|numm\w*|code\w*)|(?:luotto|pankki|maksu)kort\w+|"
    r"korttinumero\w*|tilinumero\w*|iban\w*|cv[vc]\b|käyttäjätunnu\w+|syntymäai\w+|kotiosoit\w+|"
    r"mobiilivarmen\w+|passi(?:n|si|nsa|sta|stasi)?\b|ajokort\w*|"
    r"puhelinnumerosi|osoitteesi|avainlu[kv]\w+|henkilötieto\w+|(?:vahvistus|tekstiviesti)koodi\w*|"
    r"lösenord\w*|bankkod\w*|nätbank\w*|bankuppgift\w*|personbeteckning\w*|personnummer\w*|"
    r"(?:kredit|bank|betal)kort\w*|kortnumm\w+|kontonumm\w+|användarnamn\w*|födelsetid\w*|"
    r"ditt pass\b|körkort\w*|(?:mobilt )?bank-?id|ditt telefonnumm\w+|din adress|"
    r"hemadress\w*|mobilcertifikat\w*|personuppgift\w+|verifieringskod\w*|engångskod\w*|"
    r"passwords?|passcodes?|bank (?:codes?|credentials|details|account)|credentials|"
    r"credit card\w*|card numbers?|account numbers?|social security|identity codes?|personal data|"
    r"home address|date of birth|user ?names?)"
)
_NEAR = r"[^.!?]{0,80}?"
_ASKS = re.compile(
    rf"(?P<not>\b(?:älä|älkää|emme|eikä|ei|inte|aldrig|never|not|don't)\s+(?:koskaan\s+|ever\s+)?)?"
    rf"\b{_GIVE}\b(?P<late>\s+(?:inte|aldrig|inga|ingen|inget|no)\b)?{_NEAR}\b{_OWN}",
    re.IGNORECASE,
)
_ASKS_BEHIND = re.compile(
    rf"\b{_OWN}[^.!?]{{0,40}}?\b(?:tähän|tässä|tänne|alla|här|nedan|here|below)\b", re.IGNORECASE
)
_POSES = re.compile(
    r"\b(?:(?:tämä )?(?:sivu|sivusto|osoite|palvelu) on (?:nyt )?(?:siirretty|siirtynyt|muuttanut|"
    r"hakkeroitu|kaapattu|suljettu|lukittu|poistettu käytöstä|vanhentunut)"
    r"|(?:istunto|istuntosi|yhteytesi|tilisi|tunnuksesi|salasanasi) (?:on (?:vanhentunut|päättynyt|"
    r"lukittu|suljettu|katkennut)|vanhenee|suljetaan)"
    r"|(?:viranomaisen|virallinen|ylläpidon|poliisin|tietoturva)[- ]?"
    r"(?:ilmoitus|huomautus|varoitus)"
    r"|päivitä (?:selaimesi|laitteesi|tietosi)"
    r"|(?:laitteessasi|tietokoneessasi) on (?:virus|haitta)\w*"
    r"|olet voittanut|vahvista (?:henkilöllisyytesi|tietosi|tilisi)"
    r"|(?:(?:den här|denna) )?(?:sidan|webbplatsen|adressen|tjänsten) har (?:nu )?"
    r"(?:flyttat|flyttats|hackats|kapats|stängts|spärrats|upphört|löpt ut)"
    r"|(?:din|ditt) (?:session|konto|lösenord|anslutning) (?:har (?:löpt|gått) ut|har spärrats|"
    r"har stängts|är (?:spärrat|låst)|löper ut)"
    r"|(?:officiellt|myndighetens|administratörens|polisens) (?:meddelande|varning)"
    r"|säkerhets(?:meddelande|varning)|uppdatera din (?:webbläsare|enhet)"
    r"|(?:din dator|din enhet) (?:har (?:ett )?virus|är smittad)|du har vunnit"
    r"|bekräfta (?:din identitet|dina uppgifter|ditt konto)"
    r"|(?:this|the) (?:page|site|website|address|service) (?:has (?:been )?|is )(?:moved|hacked|"
    r"suspended|closed|expired|compromised|blocked|locked)"
    r"|your (?:session|account|password|connection) (?:has |is |will )(?:been )?(?:expired?|locked|"
    r"suspended|closed|blocked)"
    r"|(?:official|security|police) (?:notice|announcement|warning|alert)"
    r"|update your (?:browser|device)|your (?:computer|device) (?:has a virus|is infected)"
    r"|you have won|verify (?:your identity|your account|that you are human)"
    r"|(?:log|sign) ?in to (?:continue|view|read|see)"
    r"|(?:sivuston|sivun|palvelun) uusi osoite|(?:sivusto|palvelu) suljetaan"
    r"|(?:webbplatsens|sidans|tjänstens) nya adress|(?:webbplatsen|tjänsten) stängs"
    r"|(?:page|site|website) has a new address|(?:site|service) will be closed"
    r"|virus (?:havaittu|löydetty|upptäckt|detected|found)|skanna\w* qr-koo?d\w+|scan the qr"
    r"|(?:lataa|asenna) (?:ohjelma|sovellus|päivitys)|(?:ladda ner|installera) (?:appen|programmet)"
    r"|(?:download|install) (?:the|our|this) (?:app|program|update)"
    r"|klicka här|click here|osallistu arvontaan|delta i utlottning\w*"
    r"|sivua ei löytynyt|huoltokatko|palvelu ei ole käytettävissä|pääsy (?:on )?estetty"
    r"|sidan hittades inte|driftavbrott|tjänsten är inte tillgänglig|åtkomst nekad"
    r"|page not found|service unavailable|access denied|ettet ole robotti|att du inte är en robot"
    r"|you are (?:not a robot|human))\b",
    re.IGNORECASE,
)
_DOOR = re.compile(
    r"\W*(?:kirjaudu(?: sisään)?|tunnistaudu|sisäänkirjautuminen|logga in|inloggning|"
    r"identifiera dig|log ?in|sign ?in|(?:jatka|fortsätt|continue)(?: (?:tästä|här|here))?)\W*",
    re.IGNORECASE,
)
_COSTLY = re.compile(r"(?<![\d/.-])0[67]00[ -]?\d{2,3}[ -]?\d{2,4}(?!\d)")


_ACCOUNT = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b")
_WALLET = re.compile(r"\b(?:bc1[a-z0-9]{25,60}|0x[0-9a-fA-F]{40})\b")
_PAYS = re.compile(
    r"\b(?:mobilepay\w*|swish\w*|paypal\w*|western union|bitcoin\w*|"
    r"(?:maksa|siirrä|lahjoita|betala|skänk|pay|donate) (?:€ ?)?\d[\d ,.]* ?(?:euro\w*|€))",
    re.IGNORECASE,
)
_LETTER_BY_LETTER = re.compile(r"\b[^\W\d](?: [^\W\d]){4,}\b")
_RUNS = re.compile(
    r"\b(?:windows|win|⊞) ?\+ ?[rx]\b|\bpowershell\b|\bcmd(?:\.exe)? /c\b|\bmshta\b"
    r"|\b(?:curl|wget|iwr)\b[^\n|]{0,200}\| ?(?:ba|z)?(?:sh|iex)\b|\|\s?iex\b",
    re.IGNORECASE,
)


class Lure(Enum):
    """How words lead a reader to do what the site never asks for."""

    ASKS = auto()
    """For a secret or for what is somebody's own."""
    POSES = auto()
    """As a notice of the site, of an authority or of the reader's own device."""
    COSTS = auto()
    """By a number that costs more than a call."""
    PAYS = auto()
    """To an account that money is to be sent to."""
    RUNS = auto()
    """To a command for the reader's own device."""


def lures(text: str) -> Iterator[tuple[Lure, str]]:
    """Each lure in a text as a reader reads it, with its words."""
    text = _LETTER_BY_LETTER.sub(lambda one: one[0].replace(" ", ""), text)
    end = 0
    for found in _ASKS.finditer(text):
        end = found.end()
        if not found["not"] and not found["late"]:
            yield Lure.ASKS, found[0]
    yield from ((Lure.ASKS, found[0]) for found in _ASKS_BEHIND.finditer(text, end))
    yield from ((Lure.POSES, found[0]) for found in _POSES.finditer(text))
    yield from ((Lure.COSTS, found[0]) for found in _COSTLY.finditer(text))
    yield from ((Lure.RUNS, found[0]) for found in _RUNS.finditer(text))
    yield from ((Lure.PAYS, found[0]) for found in _WALLET.finditer(text))
    yield from ((Lure.PAYS, found[0]) for found in _PAYS.finditer(text))
    for found in _ACCOUNT.finditer(text):
        if iban.is_valid(found[0]):
            yield Lure.PAYS, found[0]


def is_door(words: str) -> bool:
    """True if a title, a link or a cell says only that one signs in or goes on there."""
    return bool(_DOOR.fullmatch(words))
