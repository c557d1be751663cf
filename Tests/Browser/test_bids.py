"""A bid in the demonstration call: begun, written, certified by another, submitted with a receipt."""

import re

import accessibility
import ways
from validity import save_for_validation

CALL = "/ro/calls/cartiere-neutre-climatic"


def look(page, store):
    accessibility.check_accessible(page)
    save_for_validation(page, store)


def begin(hands, store):
    """The conditions are held against what the hub knows before anybody writes a word; gives the bid's address."""
    page = hands.page
    page.goto(CALL + "/bids/new")
    assert "64.227" in page.locator("main").inner_text()
    look(page, store)
    hands.choose("organisation", "Echipa demonstrativă Alba Iulia (exemplu)")
    hands.press("Începe propunerea")
    look(page, store)
    return page.url


def write(hands, bid, store):
    page = hands.page
    page.goto(bid + "/eligibility")
    hands.tick("condition-2", "yes")
    hands.press("Declară")
    page.goto(bid + "/sections/section-1")
    hands.fill("question-1", "Biroul de climă")
    hands.tick("question-2", "no")
    look(page, store)
    hands.press("Salvează")
    page.goto(bid + "/sections/section-2")
    hands.fill("question-4", "Blocuri renovate și termoficare.")
    hands.fill("question-5", "12000")
    hands.tick("question-6", "buildings")
    hands.fill("question-7", "250000")
    for part, text in (("day", "1"), ("month", "9"), ("year", "2027")):
        hands.fill(f"question-8-{part}", text)
    hands.press("Salvează")
    page.goto(bid + "/sections/section-3")
    hands.fill("question-9", "Universitatea | cercetare")
    hands.tick("question-10", "signed")
    look(page, store)
    hands.press("Salvează")


@ways.WAYS
def test_a_bid_is_written_by_one_and_certified_by_another(own_site, open_page, store, way):
    editor = ways.hands(open_page, own_site, way)
    editor.sign_in("ana")
    bid = begin(editor, store)
    write(editor, bid, store)
    editor.page.goto(bid + "/submission")
    assert "Nimeni nu a certificat" in editor.page.locator("main").inner_text()
    look(editor.page, store)

    certifier = ways.hands(open_page, own_site, way)
    certifier.sign_in("elena")
    page = certifier.page
    page.goto(bid + "/submission")
    assert "250.000,00" in page.locator("main").inner_text()
    certifier.press("Certifică aceste răspunsuri")
    certifier.press("Depune propunerea")
    receipt = page.locator("main").inner_text()
    assert "Această depunere contează" in receipt and re.search(r"\b[0-9a-f]{64}\b", receipt)
    look(page, store)
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
