"""Good texts that are like mistakes in what is meant: nothing may be said of any."""

from __future__ import annotations

from edits import add, replace
from good_changes import Change, both
from meant import BIRKALAND, LEADER

GOOD = (
    Change("a small number in letters in one language", both("Mukana oli 3 kuntaa.", "Tre kommuner var med.")),
    Change("an ordinal number in letters", both("Se oli hankkeen 2. vuosi.", "Det var projektets andra år.")),
    Change("hours, full in one language only", both("Paja on klo 12.00–14.00.", "Workshopen är kl. 12–14.")),
    Change("half hours", both("Paja on klo 9.30–15.45.", "Workshopen är kl. 9.30–15.45.")),
    Change("a telephone, from abroad and from home", both("Vaihde on +358 29 524 6000.", "Växeln är 029 524 6000.")),
    Change("a version", both("Käytössä on versio 2.1.3.", "Version 2.1.3 är i bruk.")),
    Change("another version at an end", both("Versiosta 1.4 tuli 10.2.1.", "Version 1.4 blev 10.2.1.")),
    Change("a compound by rule", both("Perheohjausharjoittelu jatkuu.", "Fortsättningsutbildningen går vidare.")),
    Change("a name of a record in a case form", both("Bergbackan ja Hulkkosen työ jatkuu.",
                                                     "Bergbackas och Hulkkonens arbete går vidare.")),
    Change("suspended hyphens", both("Sosiaali- ja terveyspalvelut sekä äitiys- ja lastenneuvola auttavat.",
                                     "Social- och hälsovårdstjänsterna samt mödra- och barnrådgivningen hjälper.")),
    Change("hyphens after the word", both("Perhepalvelut ja -neuvonta auttavat.",
                                          "Familjetjänsterna och -rådgivningen hjälper.")),
    Change("a hyphen after a genitive that is part of a word",
           both("Lasten- ja nuorisopsykiatria auttaa.", "Barn- och ungdomspsykiatrin hjälper.")),
    Change("a weekday that is right", both("Haku alkoi maanantaina 20.1.2020.",
                                           "Utlysningen började måndagen den 20 januari 2020.")),
    Change("a day without its year", both("Paja on maanantaina 5.10.", "Workshopen är måndagen den 5 oktober.")),
    Change("a span over the new year", both("Työ kesti 1.12.2019–31.1.2020.",
                                            "Arbetet pågick 1 december 2019–31 januari 2020.")),
    Change("a sum as it is written", both("Rahaa oli 1 400 000 euroa ja 1,4 miljoonaa euroa.",
                                          "Summan var 1 400 000 euro och 1,4 miljoner euro.")),
    Change("the number of a document", both("Muistio on 2016:15 ja HE 15/2017.", "Promemorian är 2016:15 och RP 15/2017.")),
    Change("an office", both("Toimisto on osoitteessa Keskuskatu 1, 00100 Helsinki.",
                             "Kontoret finns på adressen Centralgatan 1, 00100 Helsingfors.")),
    Change("an exchange", both("Vaihde on 029 524 6000.", "Växeln är 029 524 6000.")),
    Change("an address with a question", both("[Haku](https://thl.fi/haku?q=lape&sivu=2)", "[Sök](https://thl.fi/haku?q=lape&sivu=2)")),
    Change("a link to an e-mail address", both("[kirjaamo@thl.fi](mailto:kirjaamo@thl.fi)", "[kirjaamo@thl.fi](mailto:kirjaamo@thl.fi)")),
    Change("a site by its bare name", both("Lue www.thl.fi ja thl.fi/perhe.", "Läs www.thl.fi och thl.fi/perhe.")),
    Change("names that differ by rule", both("Espoon ja Porvoon työ jatkuu Owalin kanssa.",
                                             "Esbos och Borgås arbete går vidare med Owal.")),
    Change("an abbreviation that is talked about", both("Ruotsiksi ministeriö on ”SHM”.", "På finska är ministeriet ”STM”.")),
    Change("the programme in a case form", both("LAPEn, LAPE-työn ja LAPEsta kertova sivu.", "LAPE:s och LAPE-arbetets sida.")),
    Change("quotes", both("Hän sanoi: ”Perhe ensin.”", "Hon sade: ”Familjen först.”")),
    Change("three dots and items", both("Apua saa ... ja a) kotona ja b) koulussa.", "Hjälp fås ... och a) hemma och b) i skolan.")),
    Change("as many items as are promised", both("Apua saa kahdella tavalla:\n\n- kotona\n- koulussa",
                                                 "Hjälp fås på två sätt:\n\n- hemma\n- i skolan")),
    Change("a bold lead-in of a list", both("**Mukana ovat:**\n\n- neuvola", "**Med är:**\n\n- rådgivningen")),
    Change("another ministry, and one by its name", both("Oikeusministeriö ja sosiaali- ja terveysministeriön väki auttoivat.",
                                                         "Justitieministeriet och social- och hälsovårdsministeriets folk hjälpte.")),
    Change("a link by other words than the title", both("Lue [aikajanasta](tulokset.md).", "Läs [om tidslinjen](tulokset.md).")),
    Change("words that notes have, too", both("Työ jäi kesken. Tarkista osoite ensin.", "Arbetet avbröts. Kontrollera adressen först.")),
    Change("what a record may say", (
        replace(BIRKALAND, "Kahdeksan niistä", "Niistä 8"),
        add(LEADER, "# Tarkista #1. / Kontrollera #1.\n"))),
)  # fmt: skip
