"""The sites that searches are compared on: ours, and the same pages as the others see them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import material
from kb.model.addresses import address
from kb.read import read
from kb.text import Lang
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.utils.yaml import yaml_load
from search_eval import CannotEvaluateError

PROJECT = Path(__file__).resolve().parent.parent.parent
TOOLS = Path(__file__).resolve().parent / "node_modules"
BENCH = PROJECT.parent / "shared" / "search-bench"
# What Material 9.8.1 falls back to for Finnish and Swedish, and static-i18n's languages.
_SEARCH = {"lang": ["fi", "sv"], "separator": r"[\s\-]+", "pipeline": ["stopWordFilter"]}
_WORKERS = Path(material.__file__).parent / "templates" / "assets" / "javascripts" / "workers"


@dataclass(frozen=True)
class Built:
    """A folder of pages and, under `out`, the site and what other searches make of it."""

    docs: Path
    out: Path

    @property
    def root(self) -> Path:
        """Our site."""
        return self.out / "site"

    @cached_property
    def keys(self) -> dict[Lang, dict[str, str]]:
        """The key of each page by its address below the site's root, by language."""
        catalogue = read(self.docs, PROJECT / "docs")
        return {
            lang: {address(catalogue, page): page.key for page in catalogue.pages(lang)}
            for lang in Lang
        }

    @cached_property
    def material(self) -> tuple[Path, Path]:
        """Material's index of the pages, both languages in one as it is shipped, and its worker."""
        site = self.out / "material"
        config = load_config(
            str(PROJECT / "mkdocs.yml"),
            docs_dir=str(self.docs),
            site_dir=str(site),
            plugins=list(_with_material_search()),
        )
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build(config)
        finally:
            config.plugins.on_shutdown()
        return site / "search" / "search_index.json", next(_WORKERS.glob("search.*.min.js"))

    @cached_property
    def pagefind(self) -> Path:
        """Pagefind's bundle, made of the main element of every page that an editor wrote."""
        pages, bundle = self.out / "pages", self.out / "pagefind"
        for lang in Lang:
            for place in self.keys[lang]:
                (pages / place).mkdir(parents=True, exist_ok=True)
                shutil.copyfile(self.root / place / "index.html", pages / place / "index.html")
        program = TOOLS / ".bin" / "pagefind"
        if not program.exists():
            raise CannotEvaluateError(f"{program}: not there; run make search-eval")
        run(program, "--site", pages, "--output-path", bundle, "--root-selector", "main")
        (bundle / "package.json").write_text('{"type": "module"}', encoding="utf-8")
        return bundle


def build(docs: Path, out: Path) -> Built:
    """Our site of a folder of pages, built as `make build` does."""
    environment = os.environ | {"KB_DOCS": str(docs)}
    built = Built(docs, out)
    site = ("--strict", "--quiet", "--site-dir", built.root)
    run(sys.executable, "-m", "mkdocs", "build", *site, env=environment, cwd=PROJECT)
    return built


def bench_pages(out: Path) -> Path:
    """The pages of `shared/search-bench` as a content folder: `neuvola.fi.md`, `neuvola.sv.md`."""
    out.mkdir(parents=True)
    for lang in Lang:
        for file in sorted((BENCH / "pages" / lang).glob("*.md")):
            shutil.copyfile(file, out / f"{file.stem}.{lang}.md")
    return out


def run(*command: str | Path, **options: Any) -> None:
    """Run a program quietly; CannotEvaluateError holds the end of what it said when it failed."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, **options)
    if done.returncode:
        said = "\n".join((done.stdout + done.stderr).strip().splitlines()[-10:])
        raise CannotEvaluateError(f"{' '.join(map(str, command))}:\n{said}")


def _with_material_search() -> Iterator[Any]:
    """Our plugins, and Material's search with what a site without settings of its own gets."""
    with (PROJECT / "mkdocs.yml").open(encoding="utf-8") as file:
        yield from yaml_load(file)["plugins"]
    yield {"material/search": _SEARCH}
