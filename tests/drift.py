"""A small pair of pages that can fall out of step."""

from builders import page

FI = "# Koti\n\nYksi virke. Toinen virke.\n\n## Raha {#raha}\n\nRahaa on.\n"
SV = "# Hem\n\nEn mening. En annan mening.\n\n## Pengar {#raha}\n\nDet finns pengar.\n"


MORE_FI, MORE_SV = f"{FI}\nLisää.\n", f"{SV}\nMer.\n"
EMPTY_SV = SV.replace("Det finns pengar.\n", "")


def pair(fi: str, sv: str, key: str = "koti"):
    return [page(f"{key}.fi", fi), page(f"{key}.sv", sv)]
