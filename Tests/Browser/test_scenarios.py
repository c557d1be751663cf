"""A city's team plans from its published inventory: a frame, a live view, a comparison, and a page for everybody."""

import json

import pytest

import accessibility
import people
import ways
from validity import save_for_validation

CITY = "/en/cities/bucuresti-sector-2"
PLAN = CITY + "/scenarios"


def model():
    """Activities and measures of the city's own, in place of the inventory's rows."""
    gas = {"id": "gas", "factors": [{"gas": "co2", "series": 0.2}]}
    heat = {
        "id": "heat", "name": "Heating", "sector": "Buildings", "unit": "MWh", "quantity": 500000,
        "technologies": [gas],
    }
    return {
        "baseYear": 2016, "finalYear": 2050, "activities": [heat],
        "measures": [
            {"id": "pumps", "name": "Heat pumps", "start": 2026, "end": 2035,
             "operators": [{"kind": "scale", "of": "heat", "by": -0.5}]},
            {"id": "walls", "name": "Insulation", "start": 2026, "end": 2040, "requires": ["pumps"],
             "operators": [{"kind": "scale", "of": "heat", "by": -0.3}]},
        ],
    }


def begin(hands):
    """Starts the plan with a target and a model, and opens the plan's own scenario."""
    page = hands.page
    page.goto(PLAN)
    hands.press("Start the plan")
    page.locator("[name=publication]").select_option(label="2016")
    hands.fill("final-year", "2050")
    accessibility.check_accessible(page)
    hands.press("Start the plan")
    hands.press("Targets")
    hands.fill("year-1", "2040")
    hands.fill("reduction-1", "50")
    page.locator("[name=basis-1]").select_option("gross")
    hands.press("Save")
    page.goto(PLAN + "/model")
    page.locator("[name=file]").set_input_files(
        {"name": "model.json", "mimeType": "application/json", "buffer": json.dumps(model()).encode()})
    hands.press("Use this model")
    page.goto(PLAN)
    page.locator("main tbody th a", has_text="The plan").click()


def move(page, measure, percent):
    """Moves a lever with the keys that every browser gives it: five percent a step."""
    lever = page.locator(f"[name=ambition-{measure}]")
    lever.focus()
    page.keyboard.press("Home")
    for _ in range(percent // 5):
        page.keyboard.press("ArrowRight")
    assert lever.input_value() == str(percent)


@pytest.mark.parametrize("way", [ways.SCRIPT, ways.NO_SCRIPT])
def test_from_the_inventory_to_the_public_page(own_site, open_page, store, way):
    hands = ways.hands(open_page, own_site, way)
    page = hands.page
    hands.sign_in("victor")
    begin(hands)
    address = page.url
    move(page, "pumps", 100)
    if way == ways.SCRIPT:
        page.locator("#live", has_text="The target of 50,000 t is reached.").wait_for()
        assert page.url == address
        assert "50 %" in page.locator("form.levers [role=status]").inner_text()
    else:
        hands.press("Redraw")
        assert "The target of 50,000 t is reached." in page.locator("#live").inner_text()
    accessibility.check_accessible(page)
    save_for_validation(page, store)

    # What needs something else is told with its name, and nothing that was set is lost.
    move(page, "pumps", 0)
    move(page, "walls", 60)
    hands.press("Save the scenario")
    assert "needs “Heat pumps”" in page.locator("main").inner_text()
    assert page.locator("[name=ambition-walls]").input_value() == "60"
    accessibility.check_accessible(page)
    move(page, "pumps", 100)
    hands.press("Save the scenario")
    for path in ("/comparison", "/reconciliation", "/frame/drivers", "/new"):
        page.goto(PLAN + path)
        accessibility.check_accessible(page)
        save_for_validation(page, store)

    visitor = open_page(own_site, javascript=way == ways.SCRIPT)
    assert visitor.goto(CITY + "/pathway").status == 404
    page.goto(PLAN)
    hands.press("Publish the plan")
    accessibility.check_accessible(page)
    page.locator("[name=scenario]").select_option("plan")
    page.locator("[name=money][value=kept]").check()
    hands.press("Publish the plan")
    assert visitor.goto(CITY + "/pathway").status == 200
    text = visitor.locator("main").inner_text()
    assert "Heat pumps" in text and "Insulation" in text and "2040" in text
    accessibility.check_accessible(visitor)
    save_for_validation(visitor, store)
    for link in visitor.locator("main a[href*='/pathway']").all():
        assert visitor.request.get(link.get_attribute("href")).status == 200


def test_strangers_do_not_learn_of_the_plan(own_site, open_page):
    hands = ways.hands(open_page, own_site, ways.SCRIPT)
    hands.sign_in("victor")
    begin(hands)
    scenario = hands.page.url
    page = open_page(own_site)
    people.sign_in(page, people.everyone()["ana"]["email"])
    for path in ("", "/frame/base", "/new", "/publication", "/model", "/comparison"):
        assert page.goto(PLAN + path).status == 403, path
    assert page.goto(scenario).status == 404
