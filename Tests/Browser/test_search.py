"""Finding things without diacritics, with and without a script."""

import pytest

from validity import save_for_validation


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("language", ["ro", "en"])
@pytest.mark.parametrize("typed", ["targu mures", "TÂRGU MUREȘ", "Târgu Mureş"])
def test_a_city_is_found(site, open_page, store, language, javascript, typed):
    page = open_page(site, javascript=javascript)
    page.goto(f"/{language}/search")
    box = page.locator("main input[name=q]")
    box.fill(typed)
    with page.expect_navigation():
        box.press("Enter")
    assert page.locator("main input[name=q]").input_value() == typed
    links = page.locator("main a").all_inner_texts()
    assert any("Târgu Mureș" in link for link in links), page.locator("main").inner_text()[:500]
    save_for_validation(page, store)


def test_nothing_found_says_what_to_do_next(page, store):
    page.goto("/en/search?q=qqzzqq")
    assert page.locator("main input[name=q]").input_value() == "qqzzqq"
    assert page.locator("main a").count() >= 1, "an empty answer leads somewhere"
    save_for_validation(page, store)
