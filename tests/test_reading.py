"""Reading a page in a browser: terms open in place, contents follow, the timeline is filtered."""

from __future__ import annotations

import re

import pytest
from builders import real_content
from kb.model.programme import Event, Phase
from playwright.sync_api import Browser, Page, expect

ARTICLES = ("teemat/perhekeskus/", "sv/teman/familjecenter/")
TIMELINES = ("aikajana/", "sv/tidslinje/")
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 800}

both = pytest.mark.parametrize("path", ARTICLES)


def note_of(page: Page, term: int = 0) -> tuple[str, str]:
    """The selectors of a term and its note."""
    anchor = page.locator("a.term").nth(term).evaluate("link => link.hash.slice(1)")
    return f'a.term[href$="#{anchor}"]', f"#sana-{anchor}"


@both
@pytest.mark.parametrize("hand", ["mouse", "keyboard"])
def test_a_term_opens_and_closes_where_it_stands(page: Page, path: str, hand: str) -> None:
    page.goto(path)
    term, note = note_of(page)
    expect(page.locator(term)).to_have_attribute("aria-expanded", "false")
    if hand == "mouse":
        page.click(term)
    else:
        page.focus(term)
        page.keyboard.press("Enter")
    expect(page.locator(note)).to_be_visible()
    expect(page.locator(term)).to_have_attribute("aria-expanded", "true")
    assert page.url.endswith(path)
    if hand == "mouse":
        page.click(term)
    else:
        page.keyboard.press("Tab")
        expect(page.locator(f"{note} a")).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.locator(term)).to_be_focused()
    expect(page.locator(note)).to_be_hidden()


@both
def test_a_term_breaks_between_lines_like_the_text_around_it(page: Page, path: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(path)
    boxes = page.locator("a.term").evaluate_all("all => all.map((a) => a.getClientRects().length)")
    assert max(boxes) > 1


@both
def test_a_note_stays_on_the_screen(page: Page, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(path)
    for at in range(page.locator("a.term").count()):
        term, note = note_of(page, at)
        page.click(term)
        box = page.locator(note).bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= 320
        page.keyboard.press("Escape")


@both
def test_the_contents_mark_the_section_being_read(page: Page, path: str) -> None:
    page.set_viewport_size(DESK)
    page.goto(path)
    current = page.locator('.contents [aria-current="location"]')
    expect(current).to_have_count(0)
    for id in ("maara", "sisalto"):
        page.locator(f"#{id}").evaluate("heading => heading.scrollIntoView()")
        expect(current).to_have_attribute("href", f"#{id}")


@both
def test_on_a_phone_the_contents_are_a_bar_from_the_first_screen_on(page: Page, path: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(path)
    bar, link = page.locator(".contents summary"), page.locator(".contents a").nth(2)
    expect(bar).to_be_in_viewport()
    expect(link).to_be_hidden()
    bar.click()
    link.click()
    expect(link).to_be_hidden()
    expect(page.locator("h2:target")).to_be_in_viewport()
    expect(bar).to_be_in_viewport()


@both
def test_at_a_desk_no_fold_is_said_to_be_collapsed(page: Page, path: str) -> None:
    page.set_viewport_size(DESK)
    page.goto(path)
    for name in ("contents", "section"):
        expect(page.locator(f".{name} summary")).to_be_hidden()
        expect(page.locator(f".{name} a").last).to_be_visible()


@both
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_the_section_menu_is_near_for_the_keyboard(page: Page, path: str, size) -> None:
    page.set_viewport_size(size)
    page.goto(path)
    for key in ["Tab", "Tab", "Enter"]:
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement.matches('nav.section')")
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('nav.section'))")


@both
@pytest.mark.parametrize("way", ["pages", "flicks"])
def test_the_language_switch_keeps_the_deepest_section(page: Page, path: str, way: str) -> None:
    page.goto(path)
    page.locator("#maara").evaluate("heading => heading.scrollIntoView()")
    switch = page.locator(".languages a[data-same-page]")
    expect(switch).to_have_attribute("href", re.compile("#maara$"))
    while page.evaluate("scrollY"):
        before = page.evaluate("scrollY")
        if way == "pages":
            page.keyboard.press("PageUp")
        else:
            page.mouse.wheel(0, -700)
        page.wait_for_function("y => scrollY < y", arg=before)
        page.wait_for_timeout(200)  # she pauses at each screen
    expect(switch).to_have_attribute("href", re.compile("#maara$"))


@pytest.mark.parametrize("path", TIMELINES)
def test_without_a_script_the_timeline_shows_one_phase(
    browser: Browser, served: str, path: str
) -> None:
    context = browser.new_context(base_url=served, java_script_enabled=False)
    tab = context.new_page()
    tab.goto(path)
    events = list(real_content().all(Event).values())
    for phase in real_content().all(Phase):
        tab.check(f"#show-{phase}")
        shown = tab.locator(".event >> visible=true")
        expect(shown).to_have_count(sum(event.phase == phase for event in events))
        expect(tab.locator(".year >> visible=true").first).to_be_visible()
    tab.locator(".filter input").first.check()
    expect(tab.locator(".event >> visible=true")).to_have_count(len(events))
    context.close()


@pytest.mark.parametrize("path", TIMELINES)
def test_the_year_stays_in_sight(page: Page, path: str) -> None:
    page.goto(path)
    last = page.locator(".year").filter(has=page.locator(".event:nth-child(4)")).first
    last.locator(".event").nth(3).evaluate("event => event.scrollIntoView()")
    expect(last.locator("h3")).to_be_in_viewport()


@both
def test_the_headings_have_their_face_and_nothing_moves_for_it(page: Page, path: str) -> None:
    page.goto(path)
    page.wait_for_function("document.fonts.status === 'loaded'")
    faces = page.evaluate("[...document.fonts].map((face) => [face.family, face.display])")
    assert [display for _, display in faces] == ["optional"]
