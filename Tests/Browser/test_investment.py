"""A city's team sees who pays for its plan and what is still open, and decides what everybody sees of it."""

import pytest

import accessibility
import people
import ways
from validity import save_for_validation

CITY = "/en/cities/bucuresti-sector-2"
ROOM = CITY + "/investment"


def begin(hands):
    """A plan with one measure that costs ten million euro, four of which a contract covers."""
    page = hands.page
    page.goto(CITY + "/scenarios")
    hands.press("Start the plan")
    page.locator("[name=publication]").select_option(label="2016")
    hands.fill("final-year", "2050")
    hands.press("Start the plan")
    page.goto(CITY + "/measures/blank")
    hands.fill("name", "Deep renovation")
    page.locator("[name=field]").select_option("buildings")
    hands.fill("claimed", "10000")
    page.locator("[name=sector]").select_option("Buildings")
    hands.fill("start", "2026")
    hands.fill("end", "2030")
    page.locator("[name=adoption]").select_option("linear")
    page.locator("[name=payer]").select_option("municipality")
    page.locator("[name='in-plan'][value=yes]").check()
    hands.press("Add the measure")
    page.goto(CITY + "/measures/portfolio")
    page.locator("main a", has_text="Deep renovation").first.click()
    return page.url


@pytest.mark.parametrize("way", [ways.SCRIPT, ways.NO_SCRIPT])
def test_who_pays_and_what_is_open(own_site, open_page, store, way):
    hands = ways.hands(open_page, own_site, way)
    page = hands.page
    hands.sign_in("victor")
    measure = begin(hands)

    # A measure without costs is missing in every sum, and the page says so.
    page.goto(ROOM)
    assert "Measures without costs are missing in every sum" in page.locator("main").inner_text()
    accessibility.check_accessible(page)

    page.goto(measure + "/costs")
    hands.fill("capital", "10000000")
    hands.fill("price-year", "2016")
    hands.fill("lifetime", "30")
    page.locator("[name=renewed][value=yes]").check()
    hands.press("Save")
    page.goto(measure + "/funding/new")
    hands.fill("name", "Regional programme")
    page.locator("[name=payer]").select_option("eu")
    page.locator("[name=kind]").select_option("grant")
    hands.fill("amount", "4000000")
    hands.fill("from", "2026")
    hands.fill("to", "2028")
    page.locator("[name=status]").select_option("contracted")
    hands.press("Save")

    page.goto(ROOM)
    text = page.locator("main").inner_text()
    assert "contracts cover 40 %, and 6 million are open" in text
    accessibility.check_accessible(page)
    save_for_validation(page, store)
    for path in ("/tables", "/projects", "/money", "/budgets", "/budgets/new"):
        page.goto(ROOM + path)
        accessibility.check_accessible(page)
        save_for_validation(page, store)

    # A rate that is none is refused, and what was typed stays.
    page.goto(ROOM + "/money")
    hands.fill("rate", "four")
    hands.press("Save")
    assert page.locator("[name=rate]").input_value() == "four"
    accessibility.check_accessible(page)
    hands.fill("rate", "3.5")
    hands.press("Save")
    assert "at 3.5 %" in page.locator("main").inner_text()

    # The value of avoided carbon stands apart from the money, with its prices and its source.
    text = page.locator("main").inner_text()
    assert "What avoided carbon is worth" in text and "Prices of 2016." in text

    # A limit to debt from the hub's data: which year breaks it, and by how much.
    for year in ("2022", "2023", "2024"):
        page.goto(ROOM + "/budgets/new")
        for name, value in (("year", year), ("amount", "2000000"), ("own-revenue", "1000000")):
            hands.fill(name, value)
        hands.tick("state", "executed")
        hands.press("Save")
    page.goto(ROOM + "/debt-service/new")
    hands.fill("year", "2026")
    hands.fill("amount", "350000")
    hands.press("Save")
    page.goto(ROOM)
    hands.press("State a limit to debt")
    accessibility.check_accessible(page)
    save_for_validation(page, store)
    hands.press("Yearly debt service at most 30 %")
    accessibility.check_accessible(page)
    save_for_validation(page, store)
    hands.fill("share", "none")
    hands.press("Save")
    assert page.locator("[name=share]").input_value() == "none"
    hands.fill("share", "30")
    hands.press("Save")
    page.goto(ROOM)
    assert "2026: 50,000 euro too much" in page.locator("main").inner_text()
    accessibility.check_accessible(page)
    save_for_validation(page, store)

    # The certifier decides whether everybody sees the money.
    visitor = open_page(own_site, javascript=way == ways.SCRIPT)
    for choice, seen in (("kept", False), ("shown", True)):
        page.goto(CITY + "/scenarios/publication")
        page.locator("[name=scenario]").select_option("plan")
        page.locator(f"[name=money][value={choice}]").check()
        hands.press("Publish the plan")
        assert visitor.goto(CITY + "/pathway").status == 200
        assert ("6 million are open" in visitor.locator("main").inner_text()) == seen
        accessibility.check_accessible(visitor)
        save_for_validation(visitor, store)


def test_a_plans_money_is_not_for_strangers(own_site, open_page):
    hands = ways.hands(open_page, own_site, ways.SCRIPT)
    hands.sign_in("victor")
    measure = begin(hands)
    page = open_page(own_site)
    people.sign_in(page, people.everyone()["ana"]["email"])
    for path in ("", "/tables", "/projects", "/money", "/budgets", "/results.json"):
        assert page.goto(ROOM.replace("/en", "" if "." in path else "/en", 1) + path).status == 403, path
    assert page.goto(measure).status == 404
