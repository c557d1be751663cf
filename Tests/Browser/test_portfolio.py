"""A portfolio comes from a file, with an error that is mended and a conflict that is seen; measures come from another city."""

import io

import openpyxl
import pytest

import accessibility
import ways
from validity import save_for_validation

CITY = "/ro/cities/alba-iulia"
ROOM = CITY + "/measures/portfolio"
HEADER = ["id", "name", "field", "start", "end", "capital_cents", "price_year", "lifetime_years"]
WRONG = [
    ["tramvai", "Linie de tramvai", "mobility", "curând", "2030", "500000000", "2023", "30"],
    ["arbori", "Arbori pe străzi", "nature", "2027", "2030", "20000000", "2023", "40"],
]
RIGHT = [[*WRONG[0][:3], "2028", *WRONG[0][4:]], WRONG[1]]


def table(rows):
    """The rows as a CSV file."""
    return "\n".join(",".join(row) for row in [HEADER, *rows]).encode() + b"\n"


def workbook(rows):
    """The same as a workbook: numbers are numbers."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "measures"
    sheet.append(HEADER)
    for row in rows:
        sheet.append([int(cell) if cell.isdigit() else cell for cell in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def send(hands, name, content):
    """Chooses a file and sends it; the dialog of the system is no part of the page."""
    hands.page.locator("main input[name=file]").set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": content})
    hands.press("Citește fișierul")


@ways.WAYS
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_file_with_an_error_is_mended_and_a_conflict_is_seen(own_site, open_page, store, way, kind):
    write = table if kind == "csv" else workbook
    hands = ways.hands(open_page, own_site, way)
    page = hands.page
    hands.sign_in("ana")
    page.goto(ROOM)
    hands.press("Importul unui portofoliu")
    accessibility.check_accessible(page)
    send(hands, f"portofoliu.{kind}", write(WRONG))

    # The error is named with its place; the good measure could come in alone.
    text = page.locator("main").inner_text()
    assert "curând" in text and "start" in text and "Nu s-a putut citi totul" in text
    assert "Arbori pe străzi" in text and "Preluarea unei măsuri" in text
    accessibility.check_accessible(page)
    save_for_validation(page, store)

    page.goto(ROOM + "/imports/new")
    send(hands, f"portofoliu.{kind}", write(RIGHT))
    text = page.locator("main").inner_text()
    assert "Nu s-a putut citi totul" not in text and "Preluarea a 2 măsuri" in text
    preview = page.url

    # Somebody else adds a measure meanwhile: what was seen is not what would be changed.
    other = ways.hands(open_page, own_site, way)
    other.sign_in("elena")
    other.page.goto(ROOM + "/imports/new")
    send(other, "alta.csv", table([["pompe", "Pompe de căldură", "buildings", "2027", "2030", "", "", ""]]))
    other.tick("in-plan", "no")
    other.press("Preluarea unei măsuri")
    assert page.url == preview
    hands.tick("in-plan", "no")
    hands.press("Preluarea a 2 măsuri")
    assert "Între timp, altcineva a modificat portofoliul" in page.locator("main").inner_text()
    accessibility.check_accessible(page)
    save_for_validation(page, store)
    hands.tick("in-plan", "no")
    hands.press("Preluarea a 2 măsuri")
    assert "Importul s-a încheiat" in page.locator("body").inner_text()
    accessibility.check_accessible(page)
    save_for_validation(page, store)
    page.goto(ROOM)
    text = page.locator("main").inner_text()
    for name in ("Linie de tramvai", "Arbori pe străzi", "Pompe de căldură"):
        assert name in text, name


@ways.WAYS
def test_a_published_measure_is_taken_over(own_site, open_page, store, way):
    hands = ways.hands(open_page, own_site, way)
    page = hands.page
    hands.sign_in("ana")
    page.goto(ROOM + "/copies")
    accessibility.check_accessible(page)
    save_for_validation(page, store)
    hands.press("Cluj-Napoca")
    first = page.locator("main input[name=measures]").first
    value = first.get_attribute("value")
    name = page.locator(f"main label[for='{first.get_attribute('id')}']").inner_text().strip()
    hands.press("Preluare")
    # Nothing is chosen yet: said at the list, and nothing happened.
    assert page.locator("main [role=alert], main .error-summary").count()
    accessibility.check_accessible(page)
    hands.tick("measures", value)
    hands.tick("in-plan", "no")
    hands.press("Preluare")
    text = page.locator("main").inner_text()
    assert name in text
    accessibility.check_accessible(page)
    save_for_validation(page, store)
    hands.press(name[:30])
    text = page.locator("main").inner_text()
    assert "Cluj-Napoca" in text
    accessibility.check_accessible(page)
