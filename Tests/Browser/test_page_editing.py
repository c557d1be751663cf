"""Content editors write a page, look at it, make it public; two at once lose nothing; others may not."""

import pytest

import accessibility
import people
from validity import save_for_validation

EDIT, PUBLIC = "/en/pages/about/edit?language=en", "/en/about"
TEXT = "Trees are counted every spring."
VARIANTS = pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])


def opened(open_page, running, key, javascript, address=EDIT):
    """The edit page as this person has it before them."""
    page = open_page(running, javascript=javascript)
    people.sign_in(page, people.everyone()[key]["email"])
    page.goto(address)
    return page


def read(page, address):
    page.goto(address)
    return page.locator("main").inner_text()


@VARIANTS
def test_draft_then_public(own_site, open_page, store, javascript):
    visitor = open_page(own_site, javascript=javascript)
    before, romanian = read(visitor, PUBLIC), read(visitor, "/ro/about")
    page = opened(open_page, own_site, "ioana", javascript, "/en/pages")
    accessibility.check_accessible(page)
    page.goto(EDIT)

    page.locator("[name=markdown]").fill(TEXT)
    with page.expect_navigation():
        page.locator("main button[formaction$='/preview']").click()
    assert page.locator("[name=markdown]").input_value() == TEXT, "the preview keeps what was typed"
    assert TEXT in page.locator("#preview").inner_text()
    accessibility.check_accessible(page)
    save_for_validation(page, store)

    people.submit(page, "markdown")
    assert read(visitor, PUBLIC) == before, "a draft is not public"
    people.submit(page, "number")
    assert TEXT in read(visitor, PUBLIC)
    assert read(visitor, "/ro/about") == romanian, "the other language is as it was"


def test_the_romanian_text_too(own_site, open_page):
    page = opened(open_page, own_site, "ioana", True, "/ro/pages/about/edit?language=ro")
    page.locator("[name=markdown]").fill("Arborii se numără în fiecare primăvară.")
    people.submit(page, "markdown")
    people.submit(page, "number")
    assert "Arborii se numără" in read(open_page(own_site), "/ro/about")


@VARIANTS
def test_two_editors_lose_nothing(own_site, open_page, store, javascript):
    first = opened(open_page, own_site, "ioana", javascript)
    second = opened(open_page, own_site, "andrei", javascript)
    first.locator("[name=markdown]").fill("Written by the first.")
    people.submit(first, "markdown")
    second.locator("[name=markdown]").fill("Written by the second.")
    people.submit(second, "markdown")
    assert second.last_document.status == 409
    shown = second.content()
    assert "Written by the first." in shown and "Written by the second." in shown, "both texts are shown"
    accessibility.check_accessible(second)
    save_for_validation(second, store)
    people.submit(second, "markdown")
    people.submit(second, "number")
    assert "Written by the second." in read(open_page(own_site, javascript=javascript), PUBLIC)


@pytest.mark.parametrize("key", ["ana", "radu"])
def test_others_may_not_edit(own_site, open_page, key):
    assert opened(open_page, own_site, key, True).locator("[name=markdown]").count() == 0
