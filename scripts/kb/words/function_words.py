"""Words that hold a question together and say nothing of what it is about."""

from __future__ import annotations

from kb.text import Lang

_FINNISH = """
asti ei eivät eli emme en eri et ette että he heidän hän itse ja jo johon joiden joita joka
jokin joku jos jossa josta jota jotain kaikki kanssa keitä kenen ketkä ketä koko kuin kuinka
kuka kun me meidän mihin miksi mikä mikäli millainen millaisia milloin millä minkä minua minulle
minun minä missä mistä miten mitkä mitä monta montako muita mukaan mun mutta muu muut myös ne
niiden niin niitä noin nyt näiden näitä nämä ole oli olisi olivat olla ollut on onko ovat paljon
paljonko piti pitäisi pitää saa saada saako saanko sai se sekä sen siihen siinä siitä sinä sitä
tai te tehdä tehdään tehtiin tuo tuota tähän tämä tässä tästä tätä vai vain vielä voi voidaan
voiko voinko voivat
"""
_SWEDISH = """
alla allt andra annan att av bara blev bli blir blivit de dem den denna deras dess dessa det
detta dit du där efter eller en ett fanns fick finns från får fått för före genom gick gjorde
gjordes gjorts går gör göra hade han har hela hon hos hur här i in inga ingen inget innan inte
jag kan kunde man med men min mina mitt mot mycket många ni när någon något några och också om
på samma sedan sig sin sina sitt själv ska skall skulle som så ta tar tas till tog togs under
upp ut vad var vara varför varit vem vi vid vilka vilken vilket vill ville är över
"""
FUNCTION_WORDS = {
    Lang.FI: frozenset(_FINNISH.split()),
    Lang.SV: frozenset(_SWEDISH.split()),
}
"""In the forms that people type; search leaves them out of a query that has other words."""
