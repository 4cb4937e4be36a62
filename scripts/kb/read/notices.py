"""What is said of notices that pass for the site's own, and of calls to give or pay something."""

from __future__ import annotations

from kb.finding import Finding, Rule
from kb.words.lures import Lure

FAKE_NOTICE = Rule.warning(
    "fake-notice",
    "”{mark}” näyttää sivuston, viranomaisen tai lukijan oman laitteen ilmoitukselta, mutta se on "
    "vain tekstiä sivulla. Poista se, tai kirjoita se niin, ettei kukaan luule sitä ilmoitukseksi.",
    "”{mark}” ser ut som ett meddelande från webbplatsen, en myndighet eller läsarens egen enhet, "
    "men är bara text på sidan. Ta bort det, eller skriv så att ingen tar det för ett meddelande.",
    may_stay=True,
).guarding_readers()
_ASKS = FAKE_NOTICE.saying(
    "Kohdassa ”{mark}” pyydetään lukijalta salasanaa, pankkitunnuksia tai muuta omaa tietoa. "
    "Sivusto ei pyydä niitä koskaan: poista pyyntö.",
    "I ”{mark}” ombeds läsaren ge lösenord, bankkoder eller andra egna uppgifter. Webbplatsen ber "
    "aldrig om sådana: ta bort uppmaningen.",
)
_COSTS = FAKE_NOTICE.saying(
    "”{mark}” on numero, johon soittaminen maksaa tavallista enemmän. Kirjoita tavallinen numero.",
    "”{mark}” är ett nummer som det kostar mer än vanligt att ringa. Skriv ett vanligt nummer.",
)
_DOOR = FAKE_NOTICE.saying(
    "”{mark}” näyttää kirjautumiselta, mutta sivustolle ei kirjauduta. Kirjoita, minne linkki vie "
    "tai mitä kohta kertoo.",
    "”{mark}” ser ut som en inloggning, men man loggar inte in på webbplatsen. Skriv vart länken "
    "leder eller vad stället berättar.",
)
_PAYS = FAKE_NOTICE.saying(
    "Kohta ”{mark}” vie lukijan maksamaan. Sivusto ei ota vastaan maksuja: poista se.",
    "”{mark}” leder läsaren till att betala. Webbplatsen tar inte emot betalningar: ta bort det.",
)
_RUNS = FAKE_NOTICE.saying(
    "”{mark}” on komento, jonka lukija voisi ajaa omalla laitteellaan. Poista se.",
    "”{mark}” är ett kommando som läsaren kunde köra på sin egen enhet. Ta bort det.",
)
_RULES = {
    Lure.ASKS: _ASKS,
    Lure.POSES: FAKE_NOTICE,
    Lure.COSTS: _COSTS,
    Lure.PAYS: _PAYS,
    Lure.RUNS: _RUNS,
}


def lured(lure: Lure, path: str, line: int, mark: str) -> Finding:
    """What is said of a lure."""
    return _RULES[lure].at(path, line, mark=mark)


def door(path: str, line: int, mark: str) -> Finding:
    """What is said of a place that passes for one to sign in."""
    return _DOOR.at(path, line, mark=mark)
