"""One record of each kind at least, and pages, for what is shown of any content."""

from __future__ import annotations

from builders import (
    both,
    centre_count,
    content,
    day,
    event,
    fact,
    figure,
    grant,
    menu_group,
    municipality,
    organisation,
    organiser,
    page,
    pages,
    phase,
    region,
    source,
    term,
    theme,
)
from kb.text import Text

SAMPLE_RECORDS = [
    fact("S-001"),
    source("L-01", languages=("en",), date=day("2016-04"), copy=True, note=both("Kopio")),
    source("L-02", grade="C"),
    term("perhekeskus", abbreviation=Text("pk", "fc"), also_sv=("familjecentrum",)),
    phase("phase-1", page="vaiheet/alku", end=day("2018")),
    phase("phase-2", start=day("2020"), end=day("2022"), name=both("Jatko")),
    content("paketti"),
    content("paino", name=both("Paino"), phase="phase-2"),
    theme("perhekeskus"),
    event(
        "haku",
        until=day("2016-11-04"),
        text=both("Mitä tapahtui"),
        themes=("perhekeskus",),
        in_picture=True,
    ),
    event("uusi-haku", date=day("2020"), phase="phase-2", status="planned"),
    region("lappi", grant=700_000, cost=851_777, project=both("Hanke"), row=1, column=2),
    region("kainuu", name=both("Toinen alue"), sum=1_100_000, approximate=True),
    grant("summa", scope="lape", closes_first=day("2020-03-31"), closes=day("2020-04-30")),
    grant("muu", name=both("Muu"), phase="phase-2", opens=day("2021"), closes=day("2022")),
    centre_count("jaettu", working=117, preparing=55, planned=25),
    centre_count("jakamaton", whole=100, approximate=True, date=day("2018")),
    organiser("lapha", site="https://lapha.fi/", family_page_sv="https://lapha.fi/sv/familj/"),
    organiser(
        "oma", name=both("Toinen"), languages=("fi", "sv"), without_site=both("Ei osoitetta")
    ),
    municipality("240", name=Text("Kemi-fi", "Kemi-sv")),
    municipality("241", name=Text("Åbo-fi", "Åbo-sv"), organiser="oma"),
    municipality("242", name=Text("Äänekoski-fi", "Äänekoski-sv"), organiser="oma"),
    figure("luku"),
    menu_group("valikko", "vaiheet/alku", "ei-sivua"),
    organisation(
        "stm",
        part="steered",
        phases=("phase-1",),
        contact_page=Text("https://stm.fi/", "https://stm.fi/sv/"),
    ),
]
SAMPLE_PAGES = [
    *pages("vaiheet/index", "vaiheet/alku", "teemat/perhekeskus"),
    page("vaiheet/silta.fi", "---\ndescription: Välissä.\n---\n# Silta\n"),
    page("lahteet.sv", "# Källor\n\n<!-- kb:sources -->\n"),
]
