"""Values of data and front matter that somebody with bad intent could propose, each kind once."""

from __future__ import annotations

from hostile import Make, binary, text

SOURCE = """id: L-01
grade: A
publisher:
  fi: {publisher}
  sv: Kommunen
title:
  fi: {title}
  sv: Brev
url: {url}
"""
WORDS = "- id: otsikko\n  text:\n    fi: {}\n    sv: Rubrik\n"


def source(publisher: str = "Kunta", title: str = "Kirje", url: str = "https://thl.fi/") -> Make:
    written = SOURCE.format(publisher=publisher, title=title, url=url)
    return text("_data/sources/L-01.yml", written)


def addresses(lines: str) -> Make:
    return text("_data/addresses.yml", lines)


def front(lines: str) -> Make:
    return text("aihe/yksin.fi.md", f"---\n{lines}\n---\n\n# Yksin\n\nSanat vain suomeksi.\n")


def body(words: str) -> Make:
    return text("aihe/yksin.fi.md", f"# Yksin\n\nSanat vain suomeksi.\n\n{words}\n")


HOSTILE_VALUES: dict[str, Make] = {
    # Addresses.
    "script's address": source(url="javascript:alert(1)"),
    "script's address with a tab": source(url='"java\\tscript:alert(1)"'),
    "page in an address": source(url="data:text/html,<script>x</script>"),
    "file of the reader": source(url="file:///etc/passwd"),
    "another host without a scheme": source(url="//evil.example/"),
    "address with a name before the host": source(url="https://thl.fi@evil.example/"),
    "address with a password": source(url="https://thl.fi:443@evil.example/"),
    "address that leads on": source(url="https://thl.fi/login?next=https://evil.example/"),
    "address that leads on, coded": source(url="https://thl.fi/r?u=%2F%2Fevil.example%2F"),
    "address that leads on, in base64": source(url="https://thl.fi/?x=aHR0cHM6Ly9ldmlsLmV4YW1wbGU"),
    "short address": source(url="https://bit.ly/3abc"),
    "host that begins like another": source(url="https://thl.fi.evil.example/"),
    "address of a program": source(url="https://thl.fi/ohje.exe"),
    "call for bank codes": source(title="{fi: Anna pankkitunnuksesi, sv: Ange dina bankkoder}"),
    "host of other letters": source(url="https://th\u04cf.fi/"),
    "host of other letters, coded": source(url="https://xn--thl-8cd.fi/"),
    "host that turns around": source(url="https://\u202eif.lht/"),
    "host of wide letters": source(url="https://\uff54\uff48\uff4c.fi/"),
    "host with another dot": source(url="https://thl\u3002fi/"),
    "host in percents": source(url="https://%74hl.fi/"),
    "host that is a number": source(url="https://3232235777/"),
    "host in base sixteen": source(url="https://0x7f000001/"),
    "host of the reader's own machine": source(url="http://localhost/"),
    "address with slashes turned": source(url="https:\\\\evil.example\\"),
    "address with a quote": source(url="'https://thl.fi/\" onmouseover=\"x'"),
    "address over two lines": source(url='"https://thl.fi/\\n.evil.example"'),
    "title of one host, address of another": source(title="www.thl.fi", url="https://evil.com/"),
    "publisher of one host, address of another": source("thl.fi", url="https://evil.com/"),
    # Letters.
    "letter without width": source(title="Kir\u200bje"),
    "text turned around": source(title="Kirje \u202eejrik"),
    "text turned around by a number": source(title='"Kirje \\u202e"'),
    "letters for programs only": source(title="Kirje \U000e0045\U000e0056"),
    "variant of a letter": source(title="Kirje\U000e0100"),
    "filler": source(title="Kirje\u3164"),
    "terminal's command by a number": source(title='"\\e[31mKirje"'),
    "nothing by a number": source(title='"Kirje\\0"'),
    "bell by a number": source(title='"Kirje\\a"'),
    "end of line by a number": source(title='"Kirje\\L"'),
    "private letter": source(title="Kirje\ue000"),
    "word of two alphabets": source(title="Kirj\u0435"),
    "word that only looks Latin": source(title="\u0441\u043e\u0440\u0430"),
    "bold letters": source(title="\U0001d5de\U0001d5f6\U0001d5ff\U0001d5f7\U0001d5f2"),
    "letters under marks": source(title="K\u0335\u0336\u0337\u0338irje"),
    # What data may not be.
    "script of a page": source(title="<script>alert(1)</script>"),
    "picture": source(title="![x](https://evil.example/x.png)"),
    "link": source(title="[x](javascript:alert(1))"),
    "template": source(title="'{{ 7*7 }}'"),
    "object of the language": source(title="!!python/object/apply:os.system [id]"),
    "reference that grows": source(title="&a [*a, *a]"),
    "key of a template": text("_data/sources/L-01.yml", SOURCE + "template: 404.html\n"),
    "same key twice": text(
        "_data/sources/L-01.yml",
        SOURCE.format(publisher="Kunta", title="Kirje", url="https://thl.fi/") + "id: L-02\n",
    ),
    "id that is a path": text("_data/sources/L-02.yml", "id: ../../evil\n"),
    "id that is a script": text("_data/sources/L-02.yml", "id: '\"><script>'\n"),
    "personal identity code": source(title="131052-308T"),
    "place of an attribute": text("_data/strings.yml", WORDS.format("'{0.__class__}'")),
    "place that grows": text("_data/strings.yml", WORDS.format("'{count:>999999999}'")),
    "other encoding": binary("_data/sources/L-01.yml", "id: L-01\n".encode("utf-16")),
    "merge": text("_data/sources/L-01.yml", "<<: {id: L-01}\n"),
    # Places.
    "redirect over a page": addresses("- id: aihe/pari/\n  to: index\n"),
    "redirect over a page in capitals": addresses("- id: Aihe/Pari/\n  to: index\n"),
    "redirect over a page with two slashes": addresses("- id: aihe//pari\n  to: index\n"),
    "redirect over search": addresses("- id: haku/\n  to: index\n"),
    "redirect over search, other language": addresses("- id: sv/sok/\n  to: index\n"),
    "redirect over the other home": addresses("- id: sv/\n  to: index\n"),
    "redirect over the site's files": addresses("- id: assets/search/\n  to: index\n"),
    "redirect by percents": addresses("- id: aihe%2fpari/\n  to: index\n"),
    "redirect out of the site": addresses("- id: a/\n  to: https://evil.example/\n"),
    "redirect up": addresses("- id: ../a/\n  to: index\n"),
    # What a page says of itself, and its links.
    "template of a page": front("template: 404.html"),
    "what MkDocs hides": front("hide: [navigation]"),
    "redirect of a page": front("redirect: https://evil.example/"),
    "script in a description": front("description: <script>alert(1)</script>"),
    "letters without width in a description": front("description: Sa\u200bna"),
    "slug that climbs": text("aihe/pari.sv.md", "---\nslug: ../../evil\n---\n\n# Par\n"),
    "slug that is search": text("evil.sv.md", "---\nslug: sok\n---\n\n# Par\n"),
    "letter by its reference": body("Sana &#x202e; ja sana."),
    "letter by its name": body("Sana &zwnj; ja sana."),
    "link that lies": body("Lue [www.thl.fi](https://evil.com/)."),
    "link that lies in bold": body("Lue [**thl.fi**](https://evil.com/)."),
    "link that lies by a reference": body("Lue [https://thl.fi/][a].\n\n[a]: https://evil.com/"),
    "link that lies over two lines": body("Lue [lis\u00e4\u00e4\nthl.fi](https://evil.com/)."),
    "link that lies by an entity": body("Lue [thl&#46;fi](https://evil.com/)."),
    "link that lies by a longer host": body("Lue [thl.fi](https://thl.fi.evil.com/)."),
    "link with a name before the host": body("Lue [t\u00e4st\u00e4](https://thl.fi@evil.com/)."),
    "link to a host of other letters": body("Lue [t\u00e4st\u00e4](https://th\u04cf.fi/)."),
    "link to a coded host": body("Lue [t\u00e4st\u00e4](https://xn--thl-8cd.fi/)."),
    "link to a number": body("Lue [t\u00e4st\u00e4](http://3232235777/)."),
}
"""By what they are; one in each content folder."""
