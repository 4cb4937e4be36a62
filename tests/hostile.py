"""Files and folders that somebody with bad intent could propose, each kind once."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path
from zlib import crc32

from hostile_media import BURSTING, ONCE, OTHERWISE, PREDICTED, TWICE, wide
from toy import PIXEL

Make = Callable[[Path], object]
"""Puts something into a content folder; what it brings in says EVIL, or names it."""

EVIL = "EVIL"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
PDF = b"%%PDF-1.7\n1 0 obj <</Type /Catalog %s>> endobj\n"


def text(path: str, content: str = EVIL) -> Make:
    """A file of text."""
    return binary(path, content.encode())


def binary(path: str, content: bytes) -> Make:
    """A file of bytes."""

    def make(docs: Path) -> None:
        file = Path(os.fsdecode(os.fsencode(docs) + b"/" + os.fsencode(path)))
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)

    return make


def link(path: str, target: str) -> Make:
    """A symbolic link."""

    def make(docs: Path) -> None:
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).symlink_to(target)

    return make


def svg(inside: str) -> Make:
    return text(f"piirros-{crc32(inside.encode())}.svg", SVG.format(inside))


def pdf(inside: bytes) -> Make:
    return binary(f"liite-{crc32(inside)}.pdf", PDF % inside + EVIL.encode())


def page(path: str, before: str = "") -> Make:
    return text(path, f"{before}# {EVIL}\n")


def socket_in(docs: Path) -> None:
    # The path of a socket may be no longer than a hundred bytes.
    with chdir(docs), socket.socket(socket.AF_UNIX) as made:
        made.bind("pistoke.png")


def deep(count: int) -> Make:
    """A page in so many folders, entered one by one: no path may be as long as theirs."""

    def make(docs: Path) -> None:
        with chdir(docs):
            for _ in range(count):
                Path("kansio-jolla-on-nimi").mkdir(exist_ok=True)
                os.chdir("kansio-jolla-on-nimi")
            Path("a.fi.md").write_text(f"# {EVIL}\n", "utf-8")

    return make


HOSTILE_FILES: dict[str, Make] = {
    # Links, which would publish what they lead to, and what is no file at all.
    "link to a file of the system": link("liite.pdf", "/etc/passwd"),
    "link to a picture elsewhere": link("kuva2.png", "/usr/share/pixmaps/a.png"),
    "link to a page elsewhere": link("salaisuus.fi.md", "/etc/hostname"),
    "link to the repository": link("x", "../.git"),
    "link to the whole disk": link("levy", "/"),
    "link to its own folder": link("silmukka", "."),
    "link to itself": link("itse.md", "itse.md"),
    "link to nothing": link("rikki.png", "ei-ole.png"),
    "link in place of data": link("_data/timeline.yml", "/etc/passwd"),
    "link in place of a word list": link("_data/words.fi.txt", "/dev/zero"),
    "link in place of the folder of data": link("_data/terms", "/etc"),
    "link to a device": link("nolla.png", "/dev/zero"),
    "pipe": lambda docs: os.mkfifo(docs / "putki.fi.md"),
    "pipe in place of data": lambda docs: os.mkfifo(docs / "_data/phases.yml"),
    "socket": socket_in,
    "nine folders in each other": deep(9),
    "four hundred folders in each other": deep(400),
    # What a server or a browser would take for more than content.
    "redirects": text("_redirects", "/* https://evil.example/:splat 302"),
    "headers": text("_headers", "/*\n  Access-Control-Allow-Origin: *"),
    "worker script": binary("_worker.js", b"EVIL"),
    "domain": text("CNAME", "evil.example"),
    "settings of a server": text("web.config"),
    "settings of another server": text("nginx.conf"),
    "settings of a host": text("netlify.toml"),
    "settings of another host": text("vercel.json", "{}"),
    "functions of a host": text("functions/a.js"),
    "page of HTML": text("sivu.html", "<script>EVIL</script>"),
    "page of HTML, shouted": text("SIVU.HTM", "<script>EVIL</script>"),
    "page of XHTML": text("sivu.xhtml"),
    "archive of a page": text("sivu.mhtml"),
    "home page": text("index.html"),
    "page of the search engine": text("haku/index.html"),
    "page not found": text("404.html"),
    "script": text("a.js"),
    "module": text("a.mjs"),
    "service worker": text("sw.js"),
    "program for a browser": binary("a.wasm", b"\0asm"),
    "style": text("a.css"),
    "manifest": text("manifest.json", "{}"),
    "site map": text("sitemap.xml"),
    "robots": text("robots.txt"),
    "icon": binary("favicon.ico", PIXEL),
    "advertisers": text("ads.txt"),
    "feed": text("feed.xml"),
    "style for XML": text("a.xsl"),
    "Flash": binary("a.swf", b"FWS"),
    "Java": binary("a.jar", b"PK\x03\x04"),
    "shell script": text("a.sh", "#!/bin/sh"),
    "script of a server": text("a.php", "<?php EVIL"),
    "program": binary("a.exe", b"MZ"),
    "program without an ending": binary("asennus", b"\x7fELF"),
    "text document with macros": binary("a.docm", b"PK\x03\x04"),
    "table": binary("a.xlsx", b"PK\x03\x04"),
    "archive": binary("a.zip", b"PK\x03\x04"),
    "shortcut": text("a.url", "[InternetShortcut]\nURL=https://evil.example/"),
    "calendar": text("a.ics"),
    "table of commas": text("a.csv", "=cmd|' /C calc'!A0"),
    # Names that tell of somebody, or that other systems cannot hold.
    "name with an identity code": binary("kuvat/131052-308t.png", PIXEL),
    "folder with a telephone number": page("aino-040-123-4567/a.fi.md"),
    "name of a device": page("con.fi.md"),
    "name of a device among drafts": text("_kesken/nul.txt"),
    "name that ends in a dot": text("_kesken/loppu."),
    "name with a colon": text("_kesken/a:b.md"),
    "name that differs in capitals": text("_Kesken/b.md"),
    "longest name": page("a" * 120 + ".fi.md"),
    # Files that are not what their names say.
    "page named as a picture": text("a.png", "<html><script>EVIL</script>"),
    "script named as a picture": text("a.gif", "GIF89a/*<script>*/=EVIL"),
    "picture with a page inside": binary("b.png", PIXEL + b"<html><script>EVIL</script>"),
    "picture named as another": binary("a.webp", PIXEL),
    "document named as a picture": binary("a.jpg", PDF % b""),
    "page named as a document": text("a.pdf", "<script>EVIL</script>"),
    "nothing named as a picture": binary("tyhja.png", b""),
    "picture of two endings": binary("a.png.html", PIXEL),
    "page with a picture's ending behind": text("a.html;.png"),
    "ending in capitals": binary("A.PNG", PIXEL),
    "picture of many pixels": binary("laaja.png", wide(60_000)),
    # Drawings that do something.
    "drawing with a script": svg("<script>EVIL</script>"),
    "drawing with an event": svg('<rect onload="EVIL"/>'),
    "drawing with a page inside": svg("<foreignObject><b>EVIL</b></foreignObject>"),
    "drawing that leads away": svg('<a href="https://evil.example/EVIL"><path d="M0 0"/></a>'),
    "drawing with a script's address": svg('<a xlink:href="javascript:EVIL"><path/></a>'),
    "drawing that loads a picture": svg('<image href="https://evil.example/EVIL.png"/>'),
    "drawing that loads a drawing": svg('<use href="https://evil.example/EVIL.svg#a"/>'),
    "drawing that draws without end": svg('<g id="a"><use href="#a"/></g>'),
    "drawing that changes itself": svg('<set attributeName="href" to="javascript:EVIL"/>'),
    "drawing with a style that loads": svg("<style>@import 'https://evil.example/EVIL'</style>"),
    "drawing with paint that loads": svg('<rect fill="url(https://evil.example/EVIL)"/>'),
    "drawing with paint in disguise": svg('<rect style="fill:u\\72l(EVIL)"/>'),
    "drawing that takes minutes": svg('<g style="filter:blur(5000px)"><path/></g>'),
    "drawing that takes minutes by an attribute": svg('<g filter="blur(5000px)"><path/></g>'),
    "drawing that takes minutes in disguise": svg('<g style="filter/**/: blur (9px)"><path/></g>'),
    "drawing that flashes": svg("<style>@keyframes a{to{opacity:0}} g{animation:a 1ms}</style>"),
    "drawing that flashes by an attribute": svg('<g style="animation:a 1ms infinite"/>'),
    "drawing of another kind": text("a.svg", "<html><script>EVIL</script></html>"),
    "drawing that names an entity": text(
        "a.svg", '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + SVG.format("&a;EVIL")
    ),
    "drawing that grows": text(
        "a.svg",
        '<!DOCTYPE svg [<!ENTITY a "EVIL"><!ENTITY b "&a;&a;&a;&a;">]>' + SVG.format("&b;"),
    ),
    "drawing in other letters": binary(
        "a.svg", SVG.format("<script>EVIL</script>").encode("utf-16")
    ),
    "drawing that is broken": text("a.svg", "<svg><EVIL"),
    "drawing too deep": svg("<g>" * 2_000 + "EVIL" + "</g>" * 2_000),
    "drawing with a telephone number": svg("<text>040 123 4567 EVIL</text>"),
    # Documents that do something.
    "document that tells of somebody": pdf(b"/Author (Aino 131052-308T)"),
    "document with a script": pdf(b"/S /JavaScript /JS (EVIL)"),
    "document with a script in disguise": pdf(b"/S /J#61v#61Script"),
    "document with a packed script": pdf(ONCE),
    "document packed by lines": pdf(PREDICTED),
    "document packed twice": pdf(TWICE),
    "document packed to bursting": pdf(BURSTING),
    "document with a page after its end": binary(
        "sivu.pdf", b"%PDF-1.7\n%%EOF\n<html><script>alert(1)</script>"
    ),
    "document with an archive after its end": binary("zip.pdf", b"%PDF-1.7\n%%EOF\nPK\x03\x04"),
    "document that leads away when it is opened": pdf(
        b"/OpenAction <</A <</S /GoTo>> /S /URI /URI (https://evil.example/)>>"
    ),
    "document that leads away by another object": pdf(
        b"/OpenAction 2 0 R >> endobj 2 0 obj <</S /URI /URI (https://evil.example/)>>"
    ),
    "document packed in another way": pdf(OTHERWISE),
    "document that acts when it is shut": pdf(b"/AA <</WC <</S /URI /URI (https://x.fi)>> >>"),
    "document that leads to another file": pdf(b"/S /GoToR /F (\\\\evil\\x)"),
    "document with a script in an address": pdf(b"/S /URI /URI (javascript:EVIL)"),
    "document that starts a program": pdf(b"/S /Launch /F (EVIL)"),
    "document with files inside": pdf(b"/EmbeddedFiles 2 0 R"),
    "document with a form that is sent": pdf(b"/S /SubmitForm /F (https://evil.example/)"),
    "document with a film": pdf(b"/Subtype /RichMedia"),
    "document with a password": pdf(b"/Encrypt 2 0 R"),
    "document too large": binary("iso.pdf", b"%PDF-1.7" + bytes(6_000_000)),
    "picture too large": binary("iso.png", PIXEL + bytes(600_000)),
    # Pages where nobody looks, and pages in the place of others.
    "page of another ending": page("a.markdown"),
    "page of yet another ending": page("a.fi.mdown"),
    "page in a hidden folder": page("_x/evil.fi.md", "---\ntemplate: 404.html\n---\n"),
    "page of an underscore": page("_evil.fi.md"),
    "picture in the place of a page": binary("aihe/index.html/b.png", PIXEL),
    "picture in the place of a list of pages": binary("sitemap-sv.xml/b.png", PIXEL),
    "picture in the place of a packed file": binary("feed.xml.gz/b.png", PIXEL),
    "settings of git": text(".gitattributes", "* -diff"),
    "page among the assets": page("assets/evil.fi.md"),
    "page among the search files": page("search/evil.fi.md"),
    "page in the other language's folder": page("sv/evil.fi.md"),
    "page in the place of the other home": page("sv/index.fi.md"),
    "page in the place of search": page("haku/index.fi.md"),
    "page in the place of a picture": page("kuva.png.fi.md"),
    "page in the place of the page not found": page("404.html.fi.md"),
    "page in the place of another": page("aihe.fi.md"),
    "page without a language beside one": page("aihe/pari.md"),
    "picture over ours": binary("assets/card-fi.png", PIXEL + EVIL.encode()),
    "document over ours": binary("lape-tietopankki.pdf", PDF % b"" + EVIL.encode()),
    # Names.
    "name with a line of its own": page("a\n::add-mask::x.fi.md"),
    "name that colours the terminal": page("a\x1b[31m.fi.md"),
    "name turned around": page("a\u202edm.if.exe.fi.md"),
    "name of other letters": page("\u0430ihe.fi.md"),
    "name that no text can say": page(os.fsdecode(b"a\xff.fi.md")),
    "name with a space and a quote": page("a' onerror='x.fi.md"),
    "name of an option": page("--help.fi.md"),
    "name with a percent": page("a%2f..%2fb.fi.md"),
    "name with a backslash": page("a\\b.fi.md"),
    "name of a folder in capitals": page("Aihe2/a.fi.md"),
    "name of a folder with a mark": page("<img src=x>/a.fi.md"),
    "name of a file that is long": page("a" * 200 + "!.fi.md"),
}
"""By what they are; one in each content folder."""
BEYOND_MKDOCS = {
    "link to the repository",
    "link to the whole disk",
    "link to its own folder",
    "link in place of the folder of data",
    "name that no text can say",
    "page in the place of a picture",
}
"""MkDocs would walk for ever or end without a word: the check ends a build before it begins."""
