"""Swedish words whose forms no rule gives: strong verbs and a few adjectives and nouns.

Simplemma's list gives each form one lemma only, so that `satt` is of sätta and never of sitta.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

_STRONG = """
be bad bett, binda band bundit, bita bet bitit, bjuda bjöd bjudit, bli blev blivit,
brinna brann brunnit, brista brast brustit, bryta bröt brutit, bära bar burit, dra drog dragit,
dricka drack druckit, driva drev drivit, dö dog dött, falla föll fallit, fara for farit,
finna fann funnit, flyga flög flugit, flyta flöt flutit, frysa frös frusit, få fick fått,
försvinna försvann försvunnit, ge gav gett, ge gav givit, giva gav givit, glida gled glidit,
gripa grep gripit, gråta grät gråtit, gå gick gått, hinna hann hunnit, hugga högg huggit,
hålla höll hållit, klyva klöv kluvit, knyta knöt knutit, komma kom kommit, krypa kröp krupit,
le log lett, lida led lidit, ligga låg legat, ljuga ljög ljugit, låta lät låtit, niga neg nigit,
njuta njöt njutit, rida red ridit, rinna rann runnit, riva rev rivit, se såg sett,
sitta satt suttit, sjuda sjöd sjudit, sjunga sjöng sjungit, sjunka sjönk sjunkit,
skina sken skinit, skjuta sköt skjutit, skrida skred skridit, skrika skrek skrikit,
skriva skrev skrivit, skära skar skurit, slippa slapp sluppit, slita slet slitit,
slå slog slagit, sova sov sovit, spricka sprack spruckit, sprida spred spridit,
springa sprang sprungit, sticka stack stuckit, stiga steg stigit, stjäla stal stulit,
stryka strök strukit, strida stred stridit, stå stod stått, suga sög sugit, svida sved svidit,
svika svek svikit, svälta svalt svultit, svära svor svurit, ta tog tagit, tiga teg tigit,
tvinga tvang tvungit, vika vek vikit, vinna vann vunnit, vrida vred vridit, växa växte vuxit,
äta åt ätit
"""
_MIXED = """
bringa bragte bragt, böra bör borde bort, dölja dolde dolt dold dolda,
glädja gladde glatt, göra gör gjorde gjort gjord gjorda, ha hade haft, heta hette hetat,
leva levde levat, lägga lade lagt lagd lagda, säga sade sagt sagd sagda sa,
sälja sålde sålt såld sålda, sätta satte satt satta, smörja smorde smort smord smorda,
stödja stödde stött stödd stödda, svälja svalde svalt, söka sökte sökt sökta, töras tordes torts,
välja valde valt vald valda, vänja vande vant vand vanda, veta vet visste vetat,
vilja vill ville velat, vara är var varit
"""
_OTHERS = """
god bättre bäst bästa gott goda, bra bättre bäst bästa, dålig sämre sämst sämsta,
liten litet lilla små mindre minst minsta, gammal äldre äldst äldsta, ung yngre yngst yngsta,
stor större störst största, hög högre högst högsta, lång längre längst längsta,
låg lägre lägst lägsta, tung tyngre tyngst tyngsta, grov grövre grövst, trång trängre trängst,
många fler flera flest flesta, mycket mer mera mest mesta, nära närmare närmast närmaste,
få färre, mus möss mössen, lus löss lössen, gås gäss gässen, mor mödrar mödrarna mödrars,
moder mödrar mödrarna mödrarnas, far fäder fäderna fäders, fader fäder fäderna fädernas,
bror bröder bröderna bröders, broder bröder bröderna brödernas,
centrum centra centren, faktum fakta, medium media medier
"""
_PREFIXES = (
    *("an", "av", "be", "bi", "bort", "efter", "ent", "er", "fast", "fort", "fram"),
    *("från", "för", "före", "förut", "genom", "igen", "in", "inne", "med", "miss", "mot", "ned"),
    *("ner", "om", "på", "sam", "samman", "sär", "till", "tillbaka", "und", "under", "upp", "ut"),
    *("vid", "vidare", "åter", "över"),
)
"""What stands before a verb without changing its forms: innehålla innehöll as hålla höll."""


def irregular_forms(lemma: str) -> frozenset[str]:
    """The forms that no rule gives; none for most words."""
    found, verbs = _tables()
    forms = found.get(lemma, frozenset())
    for prefix in _PREFIXES:
        rest = lemma.removeprefix(prefix)
        if rest != lemma and rest in verbs:
            forms |= {prefix + form for form in found[rest]}
    return forms


def irregular_lemmas(form: str) -> list[str]:
    """The lemmas that a form without a rule may be of, in alphabetical order."""
    bases = _lemmas()
    verbs = _tables()[1]
    found = set(bases.get(form, ()))
    for prefix in _PREFIXES:
        rest = form.removeprefix(prefix)
        if rest != form:
            found |= {prefix + lemma for lemma in bases.get(rest, ()) if lemma in verbs}
    return sorted(found)


@cache
def _tables() -> tuple[dict[str, frozenset[str]], frozenset[str]]:
    """The forms of each lemma, and which of the lemmas are verbs."""
    found: dict[str, frozenset[str]] = defaultdict(frozenset)
    for lemma, past, supine in _rows(_STRONG):
        stem = supine.removesuffix("it")
        participles = {stem + "en", stem + "et", stem + "na"} if stem != supine else set[str]()
        active = {past, supine}
        found[lemma] |= active | {form + "s" for form in active} | participles
    for lemma, *forms in _rows(_MIXED):
        found[lemma] |= {*forms, *(form + "s" for form in forms[:3])}
    verbs = frozenset(found)
    for lemma, *forms in _rows(_OTHERS):
        found[lemma] |= set(forms)
    return dict(found), verbs


@cache
def _lemmas() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for lemma, forms in _tables()[0].items():
        for form in forms:
            found[form].add(lemma)
    return found


def _rows(table: str) -> list[list[str]]:
    return [row.split() for row in table.split(",")]
