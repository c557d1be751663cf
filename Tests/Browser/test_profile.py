"""A city's team edits its profile: two editors at once, wrong answers, strangers."""

import pytest

import accessibility
import keyboard
import people
from validity import save_for_validation

CITY = "/en/cities/alba-iulia"
EDIT = CITY + "/edit"
FIELD = "summary-en"


def opened(open_page, running, key, javascript):
    """The edit page as this person has it before them."""
    page = open_page(running, javascript=javascript)
    people.sign_in(page, people.everyone()[key]["email"])
    page.goto(EDIT)
    assert page.locator(f"[name={FIELD}]").count() == 1, page.locator("main").inner_text()[:500]
    return page


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
def test_two_editors_lose_nothing(own_site, open_page, store, javascript):
    first = opened(open_page, own_site, "ana", javascript)
    second = opened(open_page, own_site, "elena", javascript)
    first.locator(f"[name={FIELD}]").fill("Trams reach every district by 2029.")
    people.submit(first, FIELD)
    second.locator(f"[name={FIELD}]").fill("Trams reach every district by 2031.")
    people.submit(second, FIELD)

    text = second.locator("main").inner_text()
    assert "2029" in text and "2031" in text, "both texts are shown"
    assert second.last_document.status == 409
    accessibility.check_accessible(second)
    save_for_validation(second, store)
    people.submit(second, FIELD)

    visitor = open_page(own_site, javascript=javascript)
    visitor.goto(CITY)
    text = visitor.locator("main").inner_text()
    assert "2031" in text and "2029" not in text


def test_wrong_answers_are_kept_and_explained(own_site, open_page, store):
    page = opened(open_page, own_site, "ana", True)
    page.locator(f"[name={FIELD}]").fill("A sentence that took an hour to write.")
    page.locator("[name=website]").fill("not an address")
    people.submit(page, FIELD)
    assert page.last_document.status == 422
    assert page.title().startswith("Error")
    assert page.locator(f"[name={FIELD}]").input_value() == "A sentence that took an hour to write."
    assert page.locator("[name=website]").input_value() == "not an address"
    page.locator(".error-summary a").first.click()
    assert keyboard.focused(page)["name"] == "website", "the summary leads to the field"
    accessibility.check_accessible(page)
    save_for_validation(page, store)


def test_keyboard_alone(own_site, open_page):
    page = opened(open_page, own_site, "ana", True)
    keyboard.tab_to(page, name=FIELD)
    page.keyboard.press("Control+A")
    page.keyboard.type("Written without a mouse.")
    keyboard.tab_to(page, name="website")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.goto(CITY)
    assert "Written without a mouse." in page.locator("main").inner_text()


@pytest.mark.parametrize("key", ["ion", "mihai"], ids=["viewer", "another-city"])
def test_others_may_not_edit(own_site, open_page, key):
    page = open_page(own_site)
    people.sign_in(page, people.everyone()[key]["email"])
    answer = page.goto(EDIT)
    assert answer.status in (403, 404)
    assert page.locator(f"[name={FIELD}]").count() == 0
