"""Signing in: in each way, with the second factor where it is asked for, and what refuses."""

import pytest

import accessibility
import keyboard
import people
import ways
from validity import save_for_validation

EDITOR = "ana"
STAFF = "andrei"


def name_on_page(page, key):
    """Whether the header greets the person."""
    return people.everyone()[key]["name"] in page.locator("header").inner_text()


@ways.WAYS
@pytest.mark.parametrize("key", [EDITOR, STAFF])
def test_sign_in_and_out(own_site, open_page, key, way):
    """Staff give the six digits of their authenticator app, editors without one do not."""
    hands = ways.hands(open_page, own_site, way)
    page = hands.page
    hands.sign_in(key)
    assert name_on_page(page, key)
    hands.press("Sign out")
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


def test_the_first_stop_skips_to_the_content(page):
    page.goto(people.SIGN_IN_PATH)
    page.keyboard.press("Tab")
    first = keyboard.focused(page)
    assert first["tag"] == "a" and first["visible"], f"the first stop is not the skip link: {first}"
    page.keyboard.press("Enter")
    assert keyboard.tab_to(page, name="email")["name"] == "email"
    assert page.evaluate("document.activeElement.closest('main') !== null")


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
