"""Finding things without diacritics, with a script, without one, with the keyboard alone."""

import pytest

import ways
from validity import save_for_validation


@ways.WAYS
@pytest.mark.parametrize("language", ["ro", "en"])
@pytest.mark.parametrize("typed", ["targu mures", "TÂRGU MUREȘ", "Târgu Mureş"])
def test_a_city_is_found(site, open_page, store, language, way, typed):
    hands = ways.hands(open_page, site, way)
    page = hands.page
    page.goto(f"/{language}/search")
    hands.fill("q", typed)
    hands.enter()
    assert page.locator("main input[name=q]").input_value() == typed
    links = page.locator("main a").all_inner_texts()
    assert any("Târgu Mureș" in link for link in links), page.locator("main").inner_text()[:500]
    save_for_validation(page, store)
    hands.press("Târgu Mureș")
    assert page.url.endswith(f"/{language}/cities/targu-mures")


def test_nothing_found_says_what_to_do_next(page, store):
    page.goto("/en/search?q=qqzzqq")
    assert page.locator("main input[name=q]").input_value() == "qqzzqq"
    assert page.locator("main a").count() >= 1, "an empty answer leads somewhere"
    save_for_validation(page, store)
