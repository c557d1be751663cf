"""The same short walk on SQLite and on PostgreSQL, in both languages."""

import pytest

import people
import ways


@pytest.fixture(params=["sqlite", "postgres"])
def either_site(request):
    return request.getfixturevalue("site" if request.param == "sqlite" else "postgres_site")


@pytest.mark.parametrize("language, cities", [("ro", "Orașe"), ("en", "Cities")])
def test_cities(either_site, open_page, language, cities):
    page = open_page(either_site)
    page.goto(f"/{language}")
    assert page.evaluate("document.documentElement.lang") == language
    page.goto(f"/{language}/cities")
    text = page.locator("main").inner_text()
    assert cities in page.locator("h1").inner_text()
    for city in ("Alba Iulia", "Suceava", "Cluj-Napoca", "București Sector 2"):
        assert city in text, f"{city} is not on /{language}/cities"


@ways.WAYS
def test_the_other_language_is_the_same_page(either_site, open_page, way):
    hands = ways.hands(open_page, either_site, way)
    hands.page.goto("/ro/cities/suceava")
    hands.press("English")
    assert hands.page.url.endswith("/en/cities/suceava")
    assert hands.page.evaluate("document.documentElement.lang") == "en"
    hands.press("Română")
    assert hands.page.url.endswith("/ro/cities/suceava")


def test_sign_in(either_site, open_page):
    page = open_page(either_site)
    people.sign_in(page, people.everyone()["mihai"]["email"])
    assert people.everyone()["mihai"]["name"] in page.locator("header").inner_text()
