"""Files go with a form: chosen in the browser, looked at by the hub, explained when they are wrong."""

import hashlib

import accessibility
import ways
from validity import save_for_validation

FORM = "/{language}/design/upload"
PDF = b"%PDF-1.7\n" + bytes(range(256)) * 4


def choose(page, name, content, field="decision"):
    page.locator(f"main input[name={field}]").set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": content})


@ways.WAYS
def test_a_file_arrives_whole(site, open_page, store, way):
    hands = ways.hands(open_page, site, way)
    page = hands.page
    hands.sign_in("ana")
    page.goto(FORM.format(language="ro"))
    accessibility.check_accessible(page)
    save_for_validation(page, store)
    hands.fill("title", "Hotărârea nr. 5")
    choose(page, "hotărâre „nouă”.pdf", PDF)
    hands.press("Trimite")
    text = page.locator("main").inner_text()
    assert hashlib.sha256(PDF).hexdigest() in text and "hotărâre „nouă”.pdf" in text
    accessibility.check_accessible(page)
    save_for_validation(page, store)


def test_a_wrong_file_keeps_the_text(site, open_page, store):
    hands = ways.hands(open_page, site, ways.SCRIPT)
    page = hands.page
    hands.sign_in("ana")
    page.goto(FORM.format(language="en"))
    hands.fill("title", "Decision no. 5")
    choose(page, "plan.pdf", b"MZ\x90")
    hands.press("Send")
    assert page.last_document.status == 422
    assert "not a whole PDF file" in page.locator(".error-summary").inner_text()
    assert page.locator("[name=title]").input_value() == "Decision no. 5"
    accessibility.check_accessible(page)


def test_what_is_too_large_keeps_the_text(site, open_page, store):
    hands = ways.hands(open_page, site, ways.SCRIPT)
    page = hands.page
    hands.sign_in("ana")
    page.goto(FORM.format(language="en"))
    hands.fill("title", "Decision no. 5")
    choose(page, "plan.pdf", PDF + bytes(12_000_000))
    hands.press("Send")
    assert page.last_document.status == 413
    assert "Decision no. 5" in page.locator("main").inner_text()
    accessibility.check_accessible(page)
    save_for_validation(page, store)
    choose(page, "plan.pdf", PDF)
    hands.press("Send the form again")
    assert hashlib.sha256(PDF).hexdigest() in page.locator("main").inner_text()
