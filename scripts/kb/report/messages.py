"""What the reports say to editors."""

from __future__ import annotations

from kb.text import Text

SUMMARY = Text(
    "{pages} sivuparia, {sections} kohtaa: {states}", "{pages} sidpar, {sections} ställen: {states}"
)
OUT_OF_STEP = Text("### Kielet eri tahdissa: {count}", "### Språken är inte i takt: {count}")
ALL_WELL = Text(
    "Kielet pysyvät tahdissa: muutos ei jättänyt kumpaakaan jälkeen.",
    "Språken hålls i takt: ändringen lämnade inget av dem efter.",
)
ADVICE = Text(
    "Tee sama muutos toisella kielellä. Kun se on tehty tai jos muutos ei koske toista kieltä, vahvista: `python scripts/translations.py confirm sivu#kohta`. Selaimessa voit avata alla nimetyn tiedoston ja korvata sen sisällön alla olevalla; silloin kaikki luetellut kohdat ovat vahvistettuja.",
    "Gör samma ändring på det andra språket. När den är gjord eller om den inte gäller det andra språket, bekräfta: `python scripts/translations.py confirm sida#ställe`. I webbläsaren kan du öppna filen som nämns nedan och ersätta dess innehåll med det som står nedan; då är alla uppräknade ställen bekräftade.",
)
