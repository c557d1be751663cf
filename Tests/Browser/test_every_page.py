"""Every page that links lead to, as a visitor and as each kind of demonstration person, in both languages."""

import pytest

import accessibility
import crawl
import people

VISITOR = "visitor"


def who():
    """The visitor and one person of each kind."""
    return [VISITOR, *people.one_of_each_kind()]


@pytest.fixture(scope="session")
def crawls(site, signed_in_state, store):
    """One crawl a person, made when first asked for, its pages kept for the validator."""
    done, validated = {}, set()

    def crawled(key):
        if key not in done:
            cookies = [] if key == VISITOR else signed_in_state(key)["cookies"]
            done[key] = crawl.Crawl(site.address, cookies).run()
            for answer in done[key].new_to_a_validator(validated):
                store.keep(f"{answer.path} as {key}", answer.body)
        return done[key]

    return crawled


@pytest.fixture(scope="session")
def seen():
    """Kinds of element that axe has already looked at."""
    return set()


@pytest.mark.parametrize("key", who())
def test_no_link_is_broken(crawls, key):
    crawled = crawls(key)
    assert not crawled.broken(), "\n".join(crawled.broken())
    assert len(crawled.pages()) >= 10, f"only {len(crawled.pages())} pages were found as {key}"
    for language in ("ro", "en"):
        assert any(a.path.startswith(f"/{language}") for a in crawled.pages()), f"no page in {language}"


@pytest.mark.parametrize("key", who())
def test_accessible(crawls, seen, open_page, site, signed_in_state, key):
    state = None if key == VISITOR else signed_in_state(key)
    page = open_page(site, storage_state=state)
    found = []
    chosen = crawls(key).worth_seeing(seen)
    for answer in chosen:
        page.goto(answer.path)
        found += [f"{answer.path}: {problem}" for problem in accessibility.problems(page)]
    print(f"{key}: {len(crawls(key).pages())} pages, {len(chosen)} looked at with axe")
    assert not found, f"{len(found)} problems:\n  " + "\n  ".join(found[:60])


def test_a_missing_page_is_accessible_too(page, store):
    for path in ("/ro/nu-exista", "/en/does-not-exist"):
        answer = page.goto(path)
        assert answer.status == 404
        store.keep(path, answer.body())
        accessibility.check_accessible(page)


@pytest.mark.last
def test_every_page_is_valid_html(store):
    errors = store.errors()
    assert not errors, f"{len(errors)} lines from the validator:\n" + "\n".join(errors[:60])
