"""A small folder of pages: some without a pair, a shared picture, a draft that is no page."""

from __future__ import annotations

import base64
import os
import subprocess
from pathlib import Path

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="
)
SOURCE = (
    "id: L-01\ngrade: A\npublisher:\n  fi: Kunta\n  sv: Kommunen\ntitle:\n  fi: Kirje\n  sv: Brev\n"
)
FACT = "id: S-001\ntext:\n  fi: Tosi.\n  sv: Sant.\nsources: [L-01]\n"
FILES = {
    "_data/sources/L-01.yml": SOURCE,
    "_data/facts/S-001.yml": FACT,
    "index.fi.md": "# Koti\n\n[Aihe](aihe/index.md) ja [yksin](aihe/yksin.md)\n",
    "index.sv.md": "# Hem\n\n[Ämne](aihe/index.md)\n",
    "aihe/index.fi.md": "# Aihe\n\n![Kuva](../kuva.png)\n",
    "aihe/index.sv.md": "---\nslug: amne\n---\n\n# Ämne\n\n![Bild](../kuva.png)\n",
    "aihe/pari.fi.md": (
        "# Pari\n\nYksi.[^S-001] Kaksi.[^S-001]\n\n!!! note\n    Teksti\n\n"
        "!!! warning\n    Teksti\n\n## Luku {#luku}\n\nLoppu.\n"
    ),
    "aihe/pari.sv.md": (
        "---\nslug: par\n---\n\n# Par\n\nEtt.[^S-001] Två.[^S-001]\n\n!!! note\n    Text\n\n"
        "!!! warning\n    Text\n\n## Kapitel {#luku}\n\nSlut.\n"
    ),
    "aihe/yksin.fi.md": "# Yksin\n\nSanat vain suomeksi.\n",
    "aihe/ensam.sv.md": "# Ensam\n\nOrden bara på svenska.\n",
    "_kesken/luonnos.fi.md": "# Luonnos\n",
}
CROSSING = FILES | {
    "index.sv.md": "# Hem\n\n[Ämne](aihe/index.md) och [ensam](aihe/yksin.md)\n",
    "yli.fi.md": "# Yli\n\n[Ruotsiksi](aihe/pari.sv.md#luku)\n\n## Tässä {#taalla}\n",
    "yli.sv.md": "---\nslug: over\n---\n\n# Över\n\n[Dit](yli.fi.md#taalla)\n\n## Här {#taalla}\n",
}


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    (folder / "kuva.png").write_bytes(PIXEL)
    return folder


def git(folder: Path, *arguments: str) -> None:
    name = ["-c", "user.name=Testi", "-c", "user.email=testi@example.org"]
    day = {"GIT_AUTHOR_DATE": "2024-02-29T12:00:00Z", "GIT_COMMITTER_DATE": "2024-02-29T12:00:00Z"}
    subprocess.run(["git", "-C", folder, *name, *arguments], check=True, env=os.environ | day)
