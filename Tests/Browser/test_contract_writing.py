"""Two people write a contract at the same time: one section together, a row of a table, and what the check says."""

import re

import pytest

import accessibility
import ways
from validity import save_for_validation

CITY = "/ro/cities/alba-iulia"
TEXT = "Prima parte.\n\nA doua parte.\n\nA treia parte."


def started(hands):
    """Address of a new contract, made with the forms of the page."""
    hands.page.goto(CITY + "/contracts/new")
    hands.tick("template", "v2.1")
    hands.tick("language", "ro")
    hands.fill("base-year", "2021")
    hands.fill("target-year", "2035")
    hands.enter()
    return re.sub(r"\?.*", "", hands.page.url)


@ways.WAYS
def test_a_section_written_together(own_site, open_page, store, way):
    ana, elena = ways.hands(open_page, own_site, way), ways.hands(open_page, own_site, way)
    ana.sign_in("ana")
    elena.sign_in("elena")
    contract = started(ana)
    accessibility.check_accessible(ana.page)
    save_for_validation(ana.page, store)
    section = contract + "/sections/outlook"
    ana.page.goto(section)
    ana.press("Scrierea secțiunii")
    ana.fill("text", TEXT)
    ana.press("Salvează")
    assert "A doua parte." in ana.page.locator("main").inner_text()

    # Both open the form; the second sees who is there.
    ana.page.goto(section + "/edit")
    elena.page.goto(section + "/edit")
    assert "Ana Pop editează de la" in elena.page.locator("main").inner_text()
    accessibility.check_accessible(elena.page)
    save_for_validation(elena.page, store)
    ana.fill("text", TEXT.replace("Prima", "Întâia"))
    ana.press("Salvează")
    elena.fill("text", TEXT.replace("treia", "3-a"))
    elena.press("Salvează")
    together = elena.page.locator("main").inner_text()
    assert "Întâia parte." in together and "A 3-a parte." in together

    # The same words: both texts stand in one field, and nothing is lost.
    ana.page.goto(section + "/edit")
    elena.page.goto(section + "/edit")
    ana.fill("text", TEXT.replace("doua", "II-a"))
    ana.press("Salvează")
    elena.fill("text", TEXT.replace("doua", "2-a"))
    elena.press("Salvează")
    both = elena.page.locator("[name=text]").input_value()
    assert "A II-a parte." in both and "A 2-a parte." in both
    accessibility.check_accessible(elena.page)
    save_for_validation(elena.page, store)
    elena.fill("text", TEXT.replace("doua", "2-a"))
    elena.press("Salvează")
    assert "A 2-a parte." in elena.page.locator("main").inner_text()


@pytest.mark.parametrize("way", [ways.NO_SCRIPT, ways.KEYBOARD])
def test_a_row_and_what_the_check_says(own_site, open_page, store, way):
    hands = ways.hands(open_page, own_site, way)
    page = hands.page
    hands.sign_in("ana")
    contract = started(hands)
    page.goto(contract + "/tables/indicators")
    hands.press("Adăugarea unui rând")
    accessibility.check_accessible(page)
    save_for_validation(page, store)
    hands.fill("cell-number", "1")
    hands.press("Salvează")
    accessibility.check_accessible(page)
    save_for_validation(page, store)

    # The rule finds what is missing; its place is a link away, and the corrected table satisfies it.
    page.goto(contract + "/check")
    assert "(V17)" in page.locator("main").inner_text()
    accessibility.check_accessible(page)
    save_for_validation(page, store)
    page.goto(contract + "/tables/indicatorSheets/rows/new")
    hands.fill("cell-number", "1")
    hands.press("Salvează")
    page.goto(contract + "/check")
    assert "(V17)" not in page.locator("main").inner_text()
