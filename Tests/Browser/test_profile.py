"""A city's team edits its profile: two editors at once, wrong answers, strangers."""

import pytest

import accessibility
import keyboard
import people
import ways
from validity import save_for_validation

CITY = "/en/cities/alba-iulia"
EDIT = CITY + "/edit"
FIELD = "summary-en"
SAVE = "Save the profile"


def opened(open_page, running, key, javascript):
    """The edit page as this person has it before them."""
    page = open_page(running, javascript=javascript)
    people.sign_in(page, people.everyone()[key]["email"])
    page.goto(EDIT)
    assert page.locator(f"[name={FIELD}]").count() == 1, page.locator("main").inner_text()[:500]
    return page


@ways.WAYS
def test_two_editors_lose_nothing(own_site, open_page, store, way):
    first = opened(open_page, own_site, "ana", True)
    hands = ways.hands(open_page, own_site, way)
    second = hands.page
    hands.sign_in("elena")
    second.goto(EDIT)
    first.locator(f"[name={FIELD}]").fill("Trams reach every district by 2029.")
    people.submit(first, FIELD)
    hands.fill(FIELD, "Trams reach every district by 2031.")
    hands.press(SAVE)

    text = second.locator("main").inner_text()
    assert "2029" in text and "2031" in text, "both texts are shown"
    assert second.last_document.status == 409
    accessibility.check_accessible(second)
    save_for_validation(second, store)
    hands.press(SAVE)

    visitor = open_page(own_site)
    visitor.goto(CITY)
    text = visitor.locator("main").inner_text()
    assert "2031" in text and "2029" not in text


@ways.WAYS
def test_the_team_writes_about_its_city(own_site, open_page, way):
    hands = ways.hands(open_page, own_site, way)
    hands.sign_in("ana")
    hands.page.goto(CITY)
    hands.press("Edit the profile")
    hands.fill(FIELD, "Written by the team.")
    hands.press(SAVE)
    hands.page.goto(CITY)
    assert "Written by the team." in hands.page.locator("main").inner_text()


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


@pytest.mark.parametrize("key", ["ion", "mihai"], ids=["viewer", "another-city"])
def test_others_may_not_edit(own_site, open_page, key):
    page = open_page(own_site)
    people.sign_in(page, people.everyone()[key]["email"])
    answer = page.goto(EDIT)
    assert answer.status in (403, 404)
    assert page.locator(f"[name={FIELD}]").count() == 0
