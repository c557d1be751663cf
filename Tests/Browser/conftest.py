"""Fixtures of the browser tests. A real Chromium looks at the real program; nothing is pretended."""

import os

import pytest
from playwright.sync_api import sync_playwright

import hub
import people
import validity

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
TIMEOUT_MILLISECONDS = 15_000


def pytest_collection_modifyitems(items):
    """Tests marked `last` judge what the others collected."""
    items.sort(key=lambda item: item.get_closest_marker("last") is not None)


@pytest.fixture(scope="session")
def playwright():
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright):
    """Debian's Chromium. As root its own sandbox cannot start."""
    sandbox = [] if os.geteuid() else ["--no-sandbox"]
    launched = playwright.chromium.launch(executable_path=CHROMIUM, args=[*sandbox, "--disable-dev-shm-usage"])
    yield launched
    launched.close()


@pytest.fixture(scope="session")
def store(tmp_path_factory):
    """The HTML of every page seen in this run."""
    return validity.PageStore(tmp_path_factory.mktemp("pages"))


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory):
    """A stopped hub with the demonstration world, from which others are copied."""
    made = hub.Hub(tmp_path_factory.mktemp("demonstration"))
    made.load_demonstration()
    return made


@pytest.fixture(scope="session")
def site(demonstration, tmp_path_factory):
    """A hub on SQLite that tests share and only look at."""
    running = hub.copy_of(demonstration, tmp_path_factory.mktemp("site")).start()
    yield running
    running.stop()
    assert not running.server_errors(), "\n".join(running.server_errors()[:20])


@pytest.fixture
def own_site(demonstration, tmp_path):
    """A hub on SQLite for one test that changes things."""
    running = hub.copy_of(demonstration, tmp_path / "hub").start()
    yield running
    running.stop()
    assert not running.server_errors(), "\n".join(running.server_errors()[:20])


@pytest.fixture(scope="session")
def postgres_site(tmp_path_factory):
    """A hub on PostgreSQL, in a schema of its own. `scripts/test` gives the address."""
    url = os.environ.get("M100_TEST_POSTGRES")
    assert url, "M100_TEST_POSTGRES is not set: run the tests through scripts/test"
    running = hub.Hub(tmp_path_factory.mktemp("postgres"), database=hub.postgres_schema(url, "browser"))
    running.load_demonstration()
    running.start()
    yield running
    running.stop()
    assert not running.server_errors(), "\n".join(running.server_errors()[:20])


class Watch:
    """Notes what a visitor would not see but must not happen: script errors, failed files, third parties."""

    def __init__(self, page, address):
        self.page, self.address, self.found = page, address, []
        page.last_document = None
        page.on("pageerror", lambda error: self.found.append(f"script error on {page.url}: {error}"))
        page.on("console", self.console)
        page.on("request", self.request)
        page.on("response", self.response)

    def console(self, message):
        # A failed load is judged by its response, where a refused form (422) is a right answer.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.found.append(f"console on {self.page.url}: {message.text}")

    def request(self, request):
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.found.append(f"third party asked from {self.page.url}: {request.url}")

    def response(self, response):
        if response.request.resource_type == "document":
            if response.frame == self.page.main_frame:
                self.page.last_document = response
            if response.status >= 500:
                self.found.append(f"{response.status} for {response.url}")
        elif response.status >= 400:
            self.found.append(f"{response.status} for {response.url}, needed by {self.page.url}")


@pytest.fixture
def open_page(browser):
    """Opens pages of a hub: `open_page(site, javascript=False)`. Whatever went wrong unseen fails the test at its end."""
    contexts, watches = [], []

    def opened(running, javascript=True, **options):
        context = browser.new_context(
            base_url=running.address, java_script_enabled=javascript, locale="ro-RO",
            timezone_id="Europe/Bucharest", viewport={"width": 1280, "height": 900}, **options)
        context.set_default_timeout(TIMEOUT_MILLISECONDS)
        contexts.append(context)
        page = context.new_page()
        page.runs_scripts = javascript
        watches.append(Watch(page, running.address))
        return page

    yield opened
    for context in contexts:
        context.close()
    found = [line for watch in watches for line in watch.found]
    assert not found, "\n".join(found)


@pytest.fixture
def page(open_page, site):
    """A visitor's page on the shared hub."""
    return open_page(site)


@pytest.fixture
def page_nojs(open_page, site):
    """The same with JavaScript off."""
    return open_page(site, javascript=False)


@pytest.fixture(scope="session")
def signed_in_state(browser, site):
    """The cookies of a demonstration person on the shared hub; each person signs in once a run."""
    states = {}

    def state(key):
        if key not in states:
            context = browser.new_context(base_url=site.address)
            context.set_default_timeout(TIMEOUT_MILLISECONDS)
            people.sign_in(context.new_page(), people.everyone()[key]["email"])
            states[key] = context.storage_state()
            context.close()
        return states[key]

    return state
