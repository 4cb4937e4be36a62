"""Words that hold a question together and say nothing of what it is about."""

from __future__ import annotations

from kb.text import Lang

_FINNISH = """
aina asti edes ehkä ei eikä eikö eivät eli emme en enkä enkö enää eri et ette ettei että he
heidän heille heillä heiltä heitä hän hänelle hänellä häneltä häntä ihan ilman itse ja jo johon
johonkin joiden joihin joilla joille joissa joista joita joka jokaisen jokin joku jolla jolle
jolloin jolta jonka jonkin jopa jos jossa josta jota jotain joten jotka jotta juuri kai kaikille
kaikki kaikkien kanssa keitä keneen kenelle kenellä keneltä kenen kenestä ketkä ketä ketään koko
koska kuin kuinka kuitenkin kuka kukaan kun kuten kyllä me meidän meille meillä meiltä meitä
mihin miksi mikä mikäli mikään millainen millaisen millaisia milloin millä minkä minua minulla
minulle minulta minun minuun minä missä mistä mistään miten mitkä mitä mitään monta montako
muille muissa muita mukaan mukana mun mutta muu muut myös ne niiden niihin niille niillä niin
niistä niitä noin nyt näiden näihin näille näin näissä näistä näitä nämä ole oletko oli olisi
olisiko olivat olivatko olla ollut oltava on onhan onko ovat ovatko paljon paljonko piti pitikö
pitäisi pitäisikö pitää pitääkö saa saada saako saanko saavat saavatko sai saisi saisiko saisin
se sekä sen siellä sieltä siihen siinä siis siitä sille silloin sillä sinne sinulla sinulle
sinun sinä sitten sitä taas tai tarvitseeko te tehdä tehdään tehtiin teidän teille teillä tulee
tuleeko tuli tulla tulleet tullut tuo tuolla tuon tuota tähän tälle tällä tämä tänne tässä tästä
tätä täytyy täytyykö täällä täältä vaan vai vaikka vain vielä voi voidaan voidaanko voiko voimme
voinko voinut voisi voisiko voisin voitko voivat
"""
_SWEDISH = """
aldrig alla allt alltid alltså andra annan antingen att av bara bland blev bli blir bliva blivit
borde båda både bör de dem den denna deras dess dessa det detta dig din dina dit ditt dock du
där därför därifrån då efter eftersom egentligen eller en enligt ens er era ert ett faktiskt
fanns fast fick finnas finns fram från funnits få får fått för före genom gick gjorde gjordes
gjorts går gått gör göra hade haft han hans har hela henne hennes hit hon honom hos hur här i
ibland igen in inga ingen ingenting inget innan inom inte istället jag ju just kan kanske kom
kommer kommit kring kunde kunnat man med medan mellan men mig min mina mitt mot mycket många
måste ni nog nu när någon någonstans någonting något några och också om oss per på redan samma
samt sedan sig sin sina sitt själv ska skall skulle som så sådan sådana sådant ta tar tas till
tills tog togs trots under upp ur ut utan utom vad var vara varför varifrån varit vars vart vem
vems vi via vid vilka vilken vilket vill ville väl vår våra vårt än ändå ännu är även åt över
"""
FUNCTION_WORDS = {
    Lang.FI: frozenset(_FINNISH.split()),
    Lang.SV: frozenset(_SWEDISH.split()),
}
"""In the forms that people type; search leaves them out of a query that has other words."""
