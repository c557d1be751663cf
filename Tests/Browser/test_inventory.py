"""A city's team enters an inventory from nothing, certifies and publishes it; others read it, or are refused."""

import re

import pytest

import accessibility
import keyboard
import people
import ways
from validity import save_for_validation

CITY = "/en/cities/alba-iulia"
PUBLIC = CITY + "/inventories/2023"
START = "Start the inventory"
SAVE = "Save the row"


def begin(hands):
    """Starts the inventory of 2023 and gives the address of its overview."""
    hands.page.goto(CITY + "/inventories")
    hands.press("Start an inventory")
    hands.fill("year", "2023")
    hands.fill("boundary", "The municipality with its villages.")
    # As Romanians write sixty-four thousand.
    hands.fill("population", "64.227")
    hands.press(START)
    assert "/en/inventories/" in hands.page.url, hands.page.locator("main").inner_text()[:600]
    return hands.page.url


def choose(hands, name, value):
    """Picks one of several answers; the keyboard lands on the first and goes down from there."""
    if hands.has_pointer:
        hands.page.locator(f"main [name={name}][value={value}]").check()
        return
    keyboard.tab_to(hands.page, name=name)
    hands.page.keyboard.press("Space")
    for _ in range(8):
        if hands.page.evaluate("document.activeElement.value") == value:
            return
        hands.page.keyboard.press("ArrowDown")
    raise AssertionError(f"no answer {value} for {name}")


def enter_figure(hands, overview):
    """A figure that a source gives, on the line of households' fuel."""
    hands.page.goto(overview)
    hands.press("I.1.1 ")
    hands.press("A figure that a source gives")
    hands.fill("label", "Natural gas of households")
    hands.fill("activity", "1.000,5")
    hands.fill("activity-unit", "MWh")
    hands.fill("co2", "201,96")
    hands.fill("source", "The gas grid operator")
    hands.press(SAVE)


def enter_key(hands, overview):
    """A reason instead of a number, on the line of their electricity."""
    hands.page.goto(overview)
    hands.press("I.1.2 ")
    hands.press("A notation key")
    choose(hands, "key", "NE")
    hands.fill("reason", "The operator has not answered yet.")
    hands.press(SAVE)


@pytest.mark.parametrize("way", [ways.SCRIPT, ways.NO_SCRIPT])
def test_a_row_by_its_method(own_site, open_page, store, way):
    hands = ways.hands(open_page, own_site, way)
    page = hands.page
    hands.sign_in("ana")
    overview = begin(hands)
    page.goto(overview + "/lines/I.1.1")
    hands.press("Fuel combustion, by energy")
    accessibility.check_accessible(page)
    save_for_validation(page, store)
    hands.fill("label", "Natural gas of households")
    page.locator("[name=in-fuel]").select_option("natural-gas")
    page.locator("[name=in-use]").select_option("residential")
    hands.fill("in-energy", "1000")
    hands.fill("source", "The gas grid operator")
    hands.press(SAVE)
    text = page.locator("main").inner_text()
    # 1000 MWh of natural gas at about 0.202 t CO2 each, and a little methane and nitrous oxide.
    assert "Natural gas of households" in text and "202." in text


def test_a_file_is_imported(own_site, open_page, store):
    hands = ways.hands(open_page, own_site, ways.NO_SCRIPT)
    page = hands.page
    hands.sign_in("ana")
    overview = begin(hands)
    table = "GPC reference;Label;CO2 (t);Source\nI.1.1;Natural gas;201,96;Operator\nI.9.9;Nobody knows;1;Operator\n"
    page.goto(overview + "/imports/new")
    page.locator("[name=file]").set_input_files(
        {"name": "year.csv", "mimeType": "text/csv", "buffer": table.encode()})
    hands.press("Read the file")
    text = page.locator("main").inner_text()
    assert "Natural gas" in text and "I.9.9" in text, text[:800]
    accessibility.check_accessible(page)
    save_for_validation(page, store)
    hands.press("Add 1 good row")
    page.goto(overview + "/lines/I.1.1")
    assert "202" in page.locator("main").inner_text()


@ways.WAYS
def test_an_inventory_from_nothing(own_site, open_page, store, way):
    hands = ways.hands(open_page, own_site, way)
    page = hands.page
    hands.sign_in("ana")
    overview = begin(hands)
    assert "64,227" in page.locator("main").inner_text()
    accessibility.check_accessible(page)
    save_for_validation(page, store)

    enter_figure(hands, overview)
    text = page.locator("main").inner_text()
    assert "Natural gas of households" in text and "1,000.5 MWh" in text and "202" in text
    accessibility.check_accessible(page)
    save_for_validation(page, store)

    enter_key(hands, overview)
    page.goto(overview)
    text = page.locator("main").inner_text()
    assert "2 of " in text and "NE" in text
    save_for_validation(page, store)


def post(page, path, answers):
    """Sends a form with the token of its page: a journey's many like steps, without a picture of each."""
    shown = page.request.get(path).text()
    token = re.search(r'name="form-token" value="([^"]*)"', shown).group(1)
    answer = page.request.post(path, form={"form-token": token, **answers}, max_redirects=0)
    assert answer.status == 303, f"{answer.status} for {path}"


def answer_the_rest(page, overview):
    """A notation key on every line that has no answer yet."""
    page.goto(overview)
    text = page.locator("#findings").inner_text()
    lines = re.findall(r"([IV]+(?:\.\d+)+) has neither a number nor a notation key", text)
    assert lines, text[:600]
    for line in lines:
        post(page, f"{overview}/lines/{line}/key", {"key": "NO", "reason": "There is none in the city."})


@pytest.mark.parametrize("way", [ways.SCRIPT, ways.NO_SCRIPT])
def test_certified_published_and_read(own_site, open_page, store, way):
    editor = ways.hands(open_page, own_site, way)
    editor.sign_in("ana")
    overview = begin(editor)
    enter_figure(editor, overview)
    answer_the_rest(editor.page, overview)
    assert editor.page.goto(overview + "/certification").status == 403, "an editor does not certify"

    certifier = ways.hands(open_page, own_site, way)
    certifier.sign_in("elena")
    certifier.page.goto(overview)
    certifier.press("Certify the inventory")
    accessibility.check_accessible(certifier.page)
    certifier.press("Certify this version")
    certifier.press("Publish the inventory")
    save_for_validation(certifier.page, store)
    certifier.press("Publish this version")

    visitor = open_page(own_site, javascript=way == ways.SCRIPT)
    visitor.goto(CITY)
    assert "202" in visitor.locator("#inventories").inner_text()
    visitor.locator("#inventories a", has_text="2023").click()
    text = visitor.locator("main").inner_text()
    assert "Natural gas of households" in text and "There is none in the city." in text
    accessibility.check_accessible(visitor)
    save_for_validation(visitor, store)
    files = [link.get_attribute("href") for link in visitor.locator("#files ul a").all()]
    assert len(files) >= 4
    for path in files:
        assert visitor.request.get(path).status == 200, path
    visitor.goto(PUBLIC + "/comparison")
    assert "64,227" in visitor.locator("main").inner_text()
    accessibility.check_accessible(visitor)
    save_for_validation(visitor, store)


@pytest.mark.parametrize("key", ["mihai", "sorin"], ids=["another-city", "a-company"])
def test_strangers_do_not_learn_of_the_work(own_site, open_page, key):
    editor = ways.hands(open_page, own_site, ways.SCRIPT)
    editor.sign_in("ana")
    overview = begin(editor)
    page = open_page(own_site)
    people.sign_in(page, people.everyone()[key]["email"])
    assert page.goto(CITY + "/inventories/new").status == 403
    for rest in ("", "/lines/I.1.1", "/copy", "/exclusions", "/publication"):
        assert page.goto(overview + rest).status == 404, rest
    page.goto(CITY + "/inventories")
    assert "2023" not in page.locator("main").inner_text()
