"""From a certified inventory to a first plan: a city takes a measure from the solutions library."""

import pytest

import accessibility
import people
import test_inventory
import ways
from validity import save_for_validation

CITY = "/en/cities/alba-iulia"
SOLUTION = "/measures/solutions/B01"


def certified_inventory(editor, open_page, site, way):
    """1000 MWh of natural gas in homes, certified and published."""
    overview = test_inventory.begin(editor)
    page = editor.page
    page.goto(overview + "/lines/I.1.1")
    editor.press("Fuel combustion, by energy")
    editor.fill("label", "Natural gas of households")
    page.locator("[name=in-fuel]").select_option("natural-gas")
    page.locator("[name=in-use]").select_option("residential")
    editor.fill("in-energy", "1000")
    editor.fill("source", "The gas grid operator")
    editor.press(test_inventory.SAVE)
    test_inventory.answer_the_rest(page, overview)
    certifier = ways.hands(open_page, site, way)
    certifier.sign_in("elena")
    certifier.page.goto(overview)
    certifier.press("Certify the inventory")
    certifier.press("Certify this version")
    certifier.press("Publish the inventory")
    certifier.press("Publish this version")


@pytest.mark.parametrize("way", [ways.SCRIPT, ways.NO_SCRIPT])
def test_a_first_plan_from_the_library(own_site, open_page, store, way):
    hands = ways.hands(open_page, own_site, way)
    page = hands.page
    hands.sign_in("ana")
    certified_inventory(hands, open_page, own_site, way)

    # From the menu to a solution, and from it to the city, which has no plan yet.
    page.goto("/en")
    page.locator("header a", has_text="Measures").first.click()
    hands.fill("q", "blocks of flats")
    hands.press("Show")
    text = page.locator("main").inner_text()
    assert "Moderate energy renovation of blocks of flats" in text and "200 EUR" in text
    accessibility.check_accessible(page)
    save_for_validation(page, store)
    hands.press("Moderate energy renovation of blocks of flats")
    assert "derived" in page.locator("main").inner_text()
    accessibility.check_accessible(page)
    save_for_validation(page, store)
    page.locator("main a[href$='/measures/new/B01']").click()
    accessibility.check_accessible(page)
    hands.press("Start the plan")
    page.locator("[name=publication]").select_option(label="2023")
    hands.fill("final-year", "2040")
    hands.press("Start the plan")

    page.goto(CITY + "/measures/new")
    accessibility.check_accessible(page)
    save_for_validation(page, store)
    hands.fill("q", "blocks of flats")
    hands.press("Show")
    hands.press("Moderate energy renovation of blocks of flats")
    accessibility.check_accessible(page)
    save_for_validation(page, store)

    # More than the city burns is refused, and nothing that was typed is lost.
    hands.fill("amount", "20000")
    hands.fill("owner", "Housing department")
    hands.press("Look at effect and cost")
    assert "So many units take off 1,260 MWh a year" in page.locator("main").inner_text()
    accessibility.check_accessible(page)
    assert page.locator("[name=owner]").input_value() == "Housing department"

    # 1000 m² save 63 of 1000 MWh at about 0.202 t, for 200,000 EUR.
    hands.fill("amount", "1000")
    hands.press("Look at effect and cost")
    text = page.locator("main section[aria-labelledby=preview]").inner_text()
    assert "200,000" in text and "13" in text and "180,000 to 300,000" in text
    accessibility.check_accessible(page)
    save_for_validation(page, store)
    hands.press("Add the measure")

    page.goto(CITY + "/scenarios")
    page.locator("main tbody th a", has_text="The plan").click()
    text = page.locator("main").inner_text()
    assert "Moderate energy renovation of blocks of flats" in text and "190" in text


@pytest.mark.parametrize("way", [ways.SCRIPT, ways.NO_SCRIPT])
def test_the_price_of_parking_becomes_an_effect(own_site, open_page, store, way):
    hands = ways.hands(open_page, own_site, way)
    page = hands.page
    page.goto("/ro/measures/elasticities")
    assert "T-24" in page.locator("main").inner_text()
    accessibility.check_accessible(page)
    save_for_validation(page, store)
    hands.sign_in("victor")
    page.goto("/ro/cities/bucuresti-sector-2/scenarios")
    hands.press("Începe planul")
    page.locator("[name=publication]").select_option(label="2016")
    hands.fill("final-year", "2050")
    hands.press("Începe planul")

    # The published inventory has tonnes alone: the page says so and what to do.
    page.goto("/ro/cities/bucuresti-sector-2/measures/new/B01")
    text = page.locator("main").inner_text()
    assert "Inventarul are numai tone, fără energie" in text and "Ce se poate face" in text
    accessibility.check_accessible(page)
    save_for_validation(page, store)

    # An elasticity needs no energy: 50 % × −0.4 on a tenth of the traffic.
    page.goto("/ro/cities/bucuresti-sector-2/measures/new/T12")
    hands.fill("amount", "200")
    page.locator("[name=elasticity]").select_option("T-24")
    hands.fill("change", "50")
    page.locator("[name=traffic]").first.check()
    hands.press("Vezi efectul și costul")
    assert page.locator("[name=change]").input_value() == "50"
    accessibility.check_accessible(page)
    hands.fill("reach", "10")
    hands.press("Vezi efectul și costul")
    text = page.locator("main section[aria-labelledby=preview]").inner_text()
    assert "60.000" in text
    accessibility.check_accessible(page)
    save_for_validation(page, store)
    hands.press("Adaugă măsura")
    page.goto(page.url + "/about")
    assert "T-24" in page.locator("[name=source]").input_value()


def test_strangers_add_nothing(own_site, open_page):
    page = open_page(own_site)
    people.sign_in(page, people.everyone()["mihai"]["email"])
    assert page.goto("/en" + SOLUTION).status == 200
    assert "Alba Iulia" not in page.locator("main").inner_text()
    for path in ("/new", "/new/B01", "/blank"):
        assert page.goto(f"{CITY}/measures{path}").status == 403, path
