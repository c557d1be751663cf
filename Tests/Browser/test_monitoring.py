"""From a measured value to a yearly report that everybody reads."""

import accessibility
import ways
from validity import save_for_validation

CITY = "/en/cities/alba-iulia"
ROOM = CITY + "/monitoring"
REPORT = ROOM + "/reports/2025"


def look(page, store):
    accessibility.check_accessible(page)
    save_for_validation(page, store)


def begin(editor):
    """A contract with one indicator from the library, and its targets."""
    page = editor.page
    page.goto(CITY + "/contracts/new")
    editor.fill("base-year", "2020")
    editor.fill("target-year", "2030")
    editor.press("Start the contract")
    page.goto(ROOM)
    editor.press("Take indicators from the library")
    editor.tick("indicators", "recycling")
    editor.press("Add to the contract")
    assert "Rata de reciclare" in page.locator("main").inner_text()
    page.goto(page.url.split("?")[0] + "/rows/recycling/edit")
    editor.fill("cell-baseline", "10")
    editor.fill("cell-target_2030", "60")
    with page.expect_navigation():
        page.keyboard.press("Enter")


def record(editor, value):
    """A value of the last day of 2025, with its evidence as an address."""
    editor.press("Record a value")
    for part, text in (("day", "31"), ("month", "12"), ("year", "2025")):
        editor.fill(f"day-{part}", text)
    editor.fill("value", value)
    editor.fill("source", "The waste operator")
    editor.fill("link", "https://www.example.ro/2025")
    editor.press("Record the value")


@ways.WAYS
def test_a_value_turns_the_light_and_the_report_is_read(own_site, open_page, store, way):
    editor = ways.hands(open_page, own_site, way)
    page = editor.page
    editor.sign_in("ana")
    begin(editor)
    page.goto(ROOM)
    assert "Not measured" in page.locator("main").inner_text()
    look(page, store)
    editor.press("Rata de reciclare")
    record(editor, "20")
    assert "Far behind" in page.locator("main").inner_text()
    look(page, store)
    # It was a slip of the pen.
    editor.press("Correct")
    editor.fill("value", "39")
    editor.fill("note", "Digits exchanged")
    look(page, store)
    editor.press("Record the correction")
    text = page.locator("main").inner_text()
    assert "On track" in text and "Digits exchanged" in text

    page.goto(REPORT + "/texts")
    editor.fill("summary", "The new sorting line works.")
    editor.press("Save")
    look(page, store)

    # Who is mandated publishes; before that nobody else reads it.
    visitor = ways.hands(open_page, own_site, way)
    assert visitor.page.goto(REPORT).status == 404
    certifier = ways.hands(open_page, own_site, way)
    certifier.sign_in("elena")
    certifier.page.goto(REPORT + "/draft")
    certifier.press("Publish the report")
    look(certifier.page, store)
    certifier.press("Publish the report")
    visitor.page.goto(ROOM + "/progress")
    text = visitor.page.locator("main").inner_text()
    assert "The new sorting line works." in text and "On track" in text and "39" in text
    look(visitor.page, store)
