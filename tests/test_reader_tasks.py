"""What readers come for is found from home by the links' own words, where the page opens."""

from __future__ import annotations

import pytest
from published import HOMES, followed
from serve import Built, Element

TASKS = [
    ("fi", "Palvelut nyt › Apua perheelle ja nuorelle", "Apua saat siltä hyvinvointialueelta"),
    ("fi", "Palvelut nyt › Apua perheelle ja nuorelle", "Soita 112"),
    ("fi", "Pohjois-Pohjanmaa", "Pohjois-Pohjanmaan hyvinvointialue"),
    ("fi", "Pohjois-Pohjanmaa", "UNICEFin lapsiystävällistä maakuntaa"),
    ("fi", "Raha", "37,5 miljoonaa euroa vuosille 2016–2018"),
    ("fi", "Vaiheet › Miksi sote-uudistus päättyi 2019", "lait eivät ehtineet eduskunnassa"),
    ("fi", "Avoin data", "Lisenssi on CC BY 4.0"),
    ("fi", "Systeeminen lastensuojelu", "ei alkuvaiheessa tuottanut parempia tuloksia"),
    ("fi", "LAPE selkokielellä", "Muutosohjelma on iso työ"),
    ("fi", "Perhekeskus selkokielellä", "Perhekeskus on verkosto"),
    ("fi", "Mitä jäi", "alkuvuonna 2021 niitä toimi 117"),
    ("fi", "Perhekeskus", "esimerkiksi neuvola"),
    ("fi", "Kolme painopistettä › Viisi lastensuojeluhanketta 2020–2022", "5,8 miljoonaa euroa"),
    (
        *("fi", "Neljä kehittämiskokonaisuutta › Varhaiskasvatus, koulu ja oppilaitos"),
        "kuraattorit ja psykologit siirtyivät hyvinvointialueille",
    ),
    ("sv", "Tjänsterna i dag › Tjänster på svenska", "sju tvåspråkiga"),
    ("sv", "Österbotten", "Österbottens välfärdsområde"),
    ("sv", "Österbotten", "de 13 kommunerna i Vasa sjukvårdsdistrikt"),
    ("sv", "Nyland", "Västra Nylands välfärdsområde"),
    ("sv", "Pengarna", "37,5 miljoner euro för 2016–2018"),
    ("sv", "Faser › Varför vårdreformen föll 2019", "hann inte bli klara i riksdagen"),
    ("sv", "Öppna data", "Licensen är CC BY 4.0"),
    ("sv", "LAPE på lätt språk", "Ett utvecklingsprogram är ett stort arbete"),
    ("sv", "Vad som blev kvar", "i början av 2021 var 117 i gång"),
    ("sv", "Tre prioriteringar › Utveckling av barnskyddet", "högst 30 barn"),
]


@pytest.mark.parametrize(("lang", "way", "answer"), TASKS)
def test_three_links_at_most_lead_to_where_the_answer_opens_the_page(
    site: Built, lang: str, way: str, answer: str
) -> None:
    address = HOMES[lang]
    steps = way.split(" › ")
    assert len(steps) <= 3
    for words in steps:
        links = [a for a in site.pages[address].every("a") if a.get("href") and a.text == words]
        assert links, f"No link says ”{words}” on /{address}"
        address = followed(address, links[0])
    assert answer in opening(site.pages[address]), f"/{address} does not open with it"


def opening(page: Element) -> str:
    """What stands between a page's title and its second heading, as a reader sees it."""
    title = page.one("article").one("h1")
    assert title.parent is not None
    said, headings = [], 0
    for block in title.parent.every():
        headings += block.tag == "h2"
        if headings < 2 and block.tag in ("p", "dd", "li"):
            said.append(block.text)
    return "\n".join(said)
