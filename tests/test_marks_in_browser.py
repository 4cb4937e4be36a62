"""Marks and the popover of their sources in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

ARTICLES = ("teemat/perhekeskus/", "sv/teman/familjecenter/")
ARTICLE = ARTICLES[0]
MARK = "a.mark"
POPOVER = ".mark-sources"

ALONE = """() => [...document.querySelectorAll(".prose p > .marks")].filter((mark) => {
  const range = document.createRange();
  range.selectNodeContents(mark.previousSibling);
  return mark.getBoundingClientRect().top > [...range.getClientRects()].at(-1).bottom;
}).length"""


def test_a_mark_is_a_target_of_24_pixels(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(ARTICLE)
    boxes = [mark.bounding_box() for mark in page.locator(MARK).all()]
    assert len(boxes) > 10
    assert [box for box in boxes if not box or box["width"] < 24 or box["height"] < 24] == []


def test_a_mark_never_begins_a_line(page: Page) -> None:
    for width in (320, 390, 700):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(ARTICLE)
        assert page.evaluate(ALONE) == 0, width


@pytest.mark.parametrize("address", ARTICLES)
def test_a_mark_opens_its_documents_and_the_focus_comes_back(page: Page, address: str) -> None:
    page.goto(address)
    mark = page.locator(MARK).first
    count = int(mark.inner_text())
    assert count > 1
    mark.focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"{POPOVER} > ul > li")).to_have_count(count)
    expect(mark).to_have_attribute("aria-expanded", "true")
    assert page.url.endswith(address), "it opens in place"
    page.keyboard.press("Tab")
    inside = page.locator(f"{POPOVER} a").first
    expect(inside).to_be_focused()
    assert re.match("https?://", inside.get_attribute("href") or "")
    page.keyboard.press("Escape")
    expect(page.locator(POPOVER)).to_be_hidden()
    expect(mark).to_be_focused()
    expect(mark).to_have_attribute("aria-expanded", "false")


def test_a_click_opens_a_second_closes_and_so_does_one_elsewhere(page: Page) -> None:
    page.goto(ARTICLE)
    popover, mark = page.locator(POPOVER), page.locator(MARK).first
    mark.click()
    expect(popover).to_be_visible()
    mark.click()
    expect(popover).to_be_hidden()
    mark.click()
    expect(popover).to_be_visible()
    page.locator("h1").click()
    expect(popover).to_be_hidden()


def test_the_pointer_opens_after_a_while_and_may_go_into_what_it_opened(page: Page) -> None:
    page.goto(ARTICLE)
    popover, mark = page.locator(POPOVER), page.locator(MARK).first
    mark.hover()
    expect(popover).to_be_hidden()
    expect(popover).to_be_visible()
    popover.hover()
    page.wait_for_timeout(600)
    expect(popover).to_be_visible()
    page.locator("h1").hover()
    expect(popover).to_be_hidden()


def test_another_mark_takes_the_popover_over(page: Page) -> None:
    page.goto(ARTICLE)
    first, second = page.locator(MARK).nth(0), page.locator(MARK).nth(7)
    first.click()
    expect(page.locator(POPOVER)).to_be_visible()
    second.focus()
    page.keyboard.press("Enter")
    expect(first).to_have_attribute("aria-expanded", "false")
    expect(second).to_have_attribute("aria-expanded", "true")
    expect(page.locator(POPOVER)).to_be_visible()


def test_a_return_leads_to_its_mark_below_the_edge_of_the_screen(page: Page) -> None:
    page.goto(ARTICLE)
    page.locator("#lahteet > summary").click()
    page.locator("#lahteet .returns a").last.click()
    expect(page.locator(":target")).to_be_in_viewport()
    expect(page.locator(":target")).to_have_class("mark")


def test_without_a_script_a_mark_leads_to_the_list_which_opens(
    browser: Browser, served: str
) -> None:
    context = browser.new_context(base_url=served, java_script_enabled=False)
    page = context.new_page()
    page.goto(ARTICLE)
    entry = page.locator("#lahteet ol > li").first
    expect(entry).to_be_hidden()
    page.locator(MARK).first.click()
    expect(entry).to_be_visible()
    expect(entry).to_be_in_viewport()
    context.close()


def test_on_paper_marks_name_their_documents_by_number_and_the_list_is_open(page: Page) -> None:
    page.goto(ARTICLE)
    page.emulate_media(media="print")
    mark = page.locator(MARK).first
    shown = mark.evaluate("mark => getComputedStyle(mark, '::after').content")
    assert mark.get_attribute("data-n") in shown
    expect(page.locator("#lahteet ol > li").first).to_be_visible()
    expect(page.locator(".returns").first).to_be_hidden()
