"""Signing in: with the second factor, with the keyboard alone, with JavaScript off, and what refuses."""

import pytest

import accessibility
import keyboard
import people
from validity import save_for_validation

EDITOR = "ana"
STAFF = "andrei"


def name_on_page(page, key):
    """Whether the header greets the person."""
    return people.everyone()[key]["name"] in page.locator("header").inner_text()


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("key", [EDITOR, STAFF])
def test_sign_in_and_out(own_site, open_page, key, javascript):
    page = open_page(own_site, javascript=javascript)
    people.sign_in(page, people.everyone()[key]["email"])
    assert name_on_page(page, key)
    with page.expect_navigation():
        page.locator("form[action$='/sign-out'] button").first.click()
    assert not name_on_page(page, key)
    page.goto("/en/account")
    assert page.locator("main input[name=password]").count() == 1


def test_staff_need_the_six_digits(own_site, open_page, store):
    page = open_page(own_site)
    page.goto(people.SIGN_IN_PATH)
    accessibility.check_accessible(page)
    page.locator("main input[name=email]").fill(people.everyone()[STAFF]["email"])
    page.locator("main input[name=password]").fill(people.hub.DEMONSTRATION_PASSWORD)
    people.submit(page, "password")
    accessibility.check_accessible(page)
    save_for_validation(page, store)
    page.locator("main input[name=code]").fill("000000" if people.code() != "000000" else "111111")
    people.submit(page, "code")
    assert page.title().startswith("Error")
    accessibility.check_accessible(page)
    save_for_validation(page, store)
    page.goto("/en/people")
    assert page.locator("main input[name=password], main input[name=code]").count() == 1


def test_keyboard_alone(own_site, open_page):
    page = open_page(own_site)
    page.goto(people.SIGN_IN_PATH)
    page.keyboard.press("Tab")
    first = keyboard.focused(page)
    assert first["tag"] == "a" and first["visible"], f"the first stop is not the skip link: {first}"
    keyboard.tab_to(page, name="email")
    page.keyboard.type(people.everyone()[EDITOR]["email"])
    keyboard.tab_to(page, name="password")
    page.keyboard.type(people.hub.DEMONSTRATION_PASSWORD)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert name_on_page(page, EDITOR)


def test_a_refusal_keeps_the_address_and_not_the_password(own_site, open_page, store):
    page = open_page(own_site)
    page.goto(people.SIGN_IN_PATH)
    page.locator("main input[name=email]").fill("nobody@example.org")
    page.locator("main input[name=password]").fill("not the password")
    people.submit(page, "password")
    assert page.title().startswith("Error")
    assert page.locator("main input[name=email]").input_value() == "nobody@example.org"
    assert page.locator("main input[name=password]").input_value() == ""
    accessibility.check_accessible(page)
    save_for_validation(page, store)


def test_a_refusal_reads_the_same_for_everybody(own_site, open_page):
    texts = []
    for email in ("nobody@example.org", "ana.pop@alba.example"):
        page = open_page(own_site)
        page.goto(people.SIGN_IN_PATH)
        page.locator("main input[name=email]").fill(email)
        page.locator("main input[name=password]").fill("not the password")
        people.submit(page, "password")
        texts.append(page.locator("main").inner_text())
    assert texts[0] == texts[1]
