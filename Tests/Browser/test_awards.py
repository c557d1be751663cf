"""Money of a support programme: promised, checked, agreed, reported on, and paid by two people."""

import accessibility
import ways
from validity import save_for_validation

FIRM = "Termoizolații Demo SRL (exemplu)"


def look(page, store):
    accessibility.check_accessible(page)
    save_for_validation(page, store)


def day(hands, name, text):
    for part, value in zip(("day", "month", "year"), text.split(".")):
        hands.fill(f"{name}-{part}", value)


def attach(page):
    """A file is chosen in a window of the browser's own, which no way of going through a page can avoid."""
    page.locator("main input[name=file]").set_input_files(
        {"name": "act.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7\n%%EOF\n"})


def programme(officer, store):
    page = officer.page
    page.goto("/ro/programmes")
    assert "Niciun program" in page.locator("main").inner_text()
    officer.press("Adaugă un program")
    for name, text in {
        "slug": "vouchere-energie", "name-ro": "Vouchere (demonstrație)", "name-en": "Vouchers (demonstration)",
        "funder": "Fondul Demo", "rules": "Cel mult 10.000 EUR.", "budget": "50000", "aid-note": "Schema Demo",
    }.items():
        officer.fill(name, text)
    officer.tick("currency", "EUR")
    officer.tick("aid-basis", "de-minimis")
    day(officer, "from", "1.1.2026")
    day(officer, "until", "31.12.2028")
    look(page, store)
    officer.press("Salvează")
    officer.press("Publică programul")
    look(page, store)


def award(officer, store):
    """Promised, the register looked at, agreed, in one tranche that waits for a report; gives the award's address."""
    page = officer.page
    officer.press("Înregistrează o finanțare")
    officer.choose("organisation", FIRM)
    for name, text in {"title": "Audit", "reference": "Decizia 1", "ceiling": "9500", "own": "500"}.items():
        officer.fill(name, text)
    day(officer, "decided-on", "2.2.2026")
    day(officer, "until", "2.2.2028")
    officer.press("Înregistrează finanțarea")
    address = page.url
    officer.press("Verificare de minimis")
    day(officer, "checked-on", "1.3.2026")
    officer.fill("earlier", "2025-03-14; 12000,50; Agenția Demo")
    officer.fill("grant", "9500")
    officer.fill("rate", "–")
    attach(page)
    look(page, store)
    officer.press("Înregistrează verificarea")
    officer.press("Înregistrează contractul")
    officer.fill("number", "44/2026")
    day(officer, "signed-on", "1.3.2026")
    attach(page)
    officer.press("Înregistrează contractul")
    officer.press("Adaugă o tranșă")
    officer.fill("title", "Raport final")
    officer.fill("milestone", "Auditul predat")
    officer.fill("amount", "9500")
    day(officer, "due-on", "1.10.2027")
    officer.tick("needs-report", "yes")
    officer.press("Adaugă tranșa")
    return address


@ways.WAYS
def test_a_tranche_is_paid_once_its_report_is_accepted(own_site, open_page, store, way):
    officer = ways.hands(open_page, own_site, way)
    officer.sign_in("radu")
    programme(officer, store)
    address = award(officer, store)
    look(officer.page, store)

    firm = ways.hands(open_page, own_site, way)
    firm.sign_in("sorin")
    firm.page.goto("/ro/awards")
    firm.press("Audit")
    firm.press("Raportează")
    firm.fill("text", "Auditul este predat.")
    firm.fill("spent", "9800")
    look(firm.page, store)
    firm.press("Trimite raportul")

    officer.page.goto(address)
    officer.press("Decide")
    officer.tick("accepted", "yes")
    look(officer.page, store)
    officer.press("Înregistrează decizia")
    officer.press("Propune")
    officer.press("Propune plata")
    # Who proposed it finds no way to decide on it.
    assert officer.page.get_by_role("link", name="Decide", exact=False).count() == 0

    second = ways.hands(open_page, own_site, way)
    second.sign_in("andrei")
    second.page.goto(address)
    second.press("Decide")
    second.tick("approved", "yes")
    second.press("Înregistrează decizia")

    officer.page.goto(address)
    officer.press("Înregistrează plata")
    day(officer, "paid-on", "1.4.2026")
    officer.fill("reference", "OP 7")
    officer.press("Înregistrează plata")

    visitor = open_page(own_site, javascript=way != ways.NO_SCRIPT)
    visitor.goto("/ro/programmes/vouchere-energie")
    assert visitor.locator("main").inner_text().count("9.500,00") >= 2
    look(visitor, store)
    visitor.set_viewport_size({"width": 360, "height": 740})
    assert visitor.evaluate("document.documentElement.scrollWidth") <= 360
