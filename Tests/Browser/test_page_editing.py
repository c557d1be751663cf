"""Content editors write a page, look at it, make it public; two at once lose nothing; others may not."""

import re

import pytest
from playwright.sync_api import expect

import accessibility
import people
import ways
from validity import save_for_validation

EDIT, PUBLIC = "/en/pages/about/edit?language=en", "/en/about"
TEXT = "Trees are counted every spring."
SAVE = "Save the draft"


def opened(open_page, running, key, javascript, address=EDIT):
    """The edit page as this person has it before them."""
    page = open_page(running, javascript=javascript)
    people.sign_in(page, people.everyone()[key]["email"])
    page.goto(address)
    return page


def read(page, address):
    page.goto(address)
    return page.locator("main").inner_text()


@ways.WAYS
def test_draft_then_public(own_site, open_page, store, way):
    visitor = open_page(own_site)
    before, romanian = read(visitor, PUBLIC), read(visitor, "/ro/about")
    hands = ways.hands(open_page, own_site, way)
    page = hands.page
    hands.sign_in("ioana")
    page.goto("/en/pages")
    accessibility.check_accessible(page)
    page.goto(EDIT)

    hands.fill("markdown", TEXT)
    hands.press("Preview")
    assert page.locator("[name=markdown]").input_value() == TEXT, "the preview keeps what was typed"
    assert TEXT in page.locator("#preview").inner_text()
    accessibility.check_accessible(page)
    save_for_validation(page, store)

    hands.press(SAVE)
    assert read(visitor, PUBLIC) == before, "a draft is not public"
    hands.press("Publish version")
    assert TEXT in read(visitor, PUBLIC)
    assert read(visitor, "/ro/about") == romanian, "the other language is as it was"


def test_the_romanian_text_too(own_site, open_page):
    page = opened(open_page, own_site, "ioana", True, "/ro/pages/about/edit?language=ro")
    page.locator("[name=markdown]").fill("Arborii se numără în fiecare primăvară.")
    people.submit(page, "markdown")
    people.submit(page, "number")
    assert "Arborii se numără" in read(open_page(own_site), "/ro/about")


@ways.WAYS
def test_two_editors_lose_nothing(own_site, open_page, store, way):
    first = opened(open_page, own_site, "ioana", True)
    hands = ways.hands(open_page, own_site, way)
    second = hands.page
    hands.sign_in("andrei")
    second.goto(EDIT)
    first.locator("[name=markdown]").fill("Written by the first.")
    people.submit(first, "markdown")
    hands.fill("markdown", "Written by the second.")
    hands.press(SAVE)
    assert second.last_document.status == 409
    shown = second.content()
    assert "Written by the first." in shown and "Written by the second." in shown, "both texts are shown"
    accessibility.check_accessible(second)
    save_for_validation(second, store)
    hands.press(SAVE)
    hands.press("Publish version")
    assert "Written by the second." in read(open_page(own_site), PUBLIC)


@pytest.mark.parametrize("key", ["ana", "radu"])
def test_others_may_not_edit(own_site, open_page, key):
    assert opened(open_page, own_site, key, True).locator("[name=markdown]").count() == 0


def draft_saved(page, act):
    """Does something and waits until the page says what became of the draft."""
    with page.expect_response(lambda reply: reply.url.endswith("/draft")) as found:
        act()
    expect(page.locator(".saved")).not_to_have_text("")
    return found.value.status, page.locator(".saved").inner_text()


@pytest.mark.parametrize("language, saved", [("en", "Saved at "), ("ro", "Salvat la ")])
def test_what_is_typed_is_kept(own_site, open_page, store, language, saved):
    address = f"/{language}/pages/about/edit?language=en"
    page = opened(open_page, own_site, "ioana", True, address)
    before = read(open_page(own_site), PUBLIC)
    assert page.locator(".saved").get_attribute("aria-live") == "polite"
    page.locator("[name=markdown]").fill(TEXT)
    status, said = draft_saved(page, lambda: page.locator("[name=title]").focus())
    assert status == 200 and said.startswith(saved), said
    accessibility.check_accessible(page)

    # The session ends; nothing is lost.
    page.context.clear_cookies()
    people.sign_in(page, people.everyone()["ioana"]["email"], ahead=1)
    page.goto(address)
    assert page.locator("[name=markdown]").input_value() == TEXT
    accessibility.check_accessible(page)
    save_for_validation(page, store)
    assert read(open_page(own_site), PUBLIC) == before, "a draft is nobody else's"

    # Typing goes on; the page is left before the pause is over.
    page.locator("[name=markdown]").press_sequentially(" More.")
    text = page.locator("[name=markdown]").input_value()
    page.goto(f"/{language}/pages")
    # What is sent while a page goes away is not shown to its driver: the hub's own word counts.
    for _ in range(20):
        page.goto(address)
        if page.locator("[name=markdown]").input_value() == text:
            break
    assert page.locator("[name=markdown]").input_value() == text

    people.submit(page, "markdown")
    page.goto(address)
    assert page.locator("[name=draft-version]").input_value() == "0", "a saved text leaves no draft"


def test_two_windows_of_one_editor(own_site, open_page, store):
    page = opened(open_page, own_site, "ioana", True)
    other = page.context.new_page()
    other.goto(EDIT)
    page.locator("[name=markdown]").fill("From the first window.")
    assert draft_saved(page, lambda: page.locator("[name=title]").focus())[0] == 200
    other.locator("[name=markdown]").fill("From the second window.")
    status, said = draft_saved(other, lambda: other.locator("[name=title]").focus())
    assert status == 409 and said.startswith("Not saved: another window"), said
    other.locator("details summary", has_text="Show the other text").click()
    assert "From the first window." in other.locator("dd.typed").inner_text()
    accessibility.check_accessible(other)
    status, said = draft_saved(other, lambda: other.locator("button", has_text="Keep my text").click())
    assert status == 200
    page.goto(EDIT)
    assert page.locator("[name=markdown]").input_value() == "From the second window."


def test_what_cannot_be_reached_is_said(own_site, open_page):
    page = opened(open_page, own_site, "ioana", True)
    page.route("**/draft", lambda route: route.abort())
    page.locator("[name=markdown]").fill("Typed in a tunnel.")
    page.locator("[name=title]").focus()
    expect(page.locator(".saved")).to_have_text(re.compile("^Not saved: the hub cannot be reached"))
    page.unroute("**/draft")
    page.locator("[name=markdown]").press_sequentially(" And after it.")
    status, said = draft_saved(page, lambda: page.locator("[name=title]").focus())
    assert status == 200
    expect(page.locator(".saved")).to_have_text(re.compile("^Saved at "))
