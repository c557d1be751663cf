"""The harness must be able to fail: bad pages of known kinds are given to it, and a good one."""

import functools
import http.server
import threading

import pytest

import accessibility
import conftest
import crawl
import keyboard
import people
import validity

GOOD = """<!doctype html><html lang="ro"><head><meta charset="utf-8"><title>Orașe</title>
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,"><style>
body{background:#fff;color:#111}a{color:#00c}
@media(prefers-color-scheme:dark){body{background:#111;color:#eee}a{color:#9cf}}</style></head>
<body><main><h1>Orașe</h1><p><a href="/ro/suceava">Suceava</a></p></main></body></html>"""
PAGES = {
    "/ro": GOOD,
    "/en": GOOD.replace('lang="ro"', 'lang="en"').replace("/ro/suceava", "/en/missing"),
    "/ro/suceava": GOOD.replace("<p>", '<p class="new">'),
    "/no-alternative": GOOD.replace("<p>", '<p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'),
    "/contrast": GOOD.replace("<p>", '<p style="color:#ccc;background:#fff">Text palid '),
    "/dark-contrast": GOOD.replace(
        "</head>", "<style>@media(prefers-color-scheme:dark){p{color:#444;background:#000}}</style></head>"
    ).replace("<p>", "<p>Text "),
    "/small": GOOD.replace("<p>", '<div><a href="/a" style="position:absolute;left:9px;top:150px;width:9px;height:9px">'
                           'a</a><a href="/b" style="position:absolute;left:20px;top:150px;width:9px;height:9px">b</a>'
                           "</div><p>"),
    "/wide": GOOD.replace("<p>", '<div style="width:700px">lat</div><p>'),
    "/no-heading": GOOD.replace("<h1>Orașe</h1>", ""),
    "/invalid": GOOD.replace("<p>", "<ul><p>fără element</p></ul><p>"),
    "/no-focus": GOOD.replace("</head>", "<style>a{outline:none!important}</style></head>"),
    "/script-error": GOOD.replace("<p>", "<script>throw new Error('rău')</script><p>"),
}


class Answers(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        body = PAGES.get(self.path, "").encode()
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="module")
def known_pages():
    """A little server on loopback with the pages above."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=functools.partial(server.serve_forever, poll_interval=0.05), daemon=True).start()
    server.address = f"http://127.0.0.1:{server.server_port}"
    yield server
    server.shutdown()


def test_a_good_page_passes(open_page, known_pages):
    page = open_page(known_pages)
    page.goto("/ro")
    accessibility.check_accessible(page)


@pytest.mark.parametrize("path, expected", [
    ("/no-alternative", "image-alt"),
    ("/contrast", "1280 px, light: color-contrast"),
    ("/dark-contrast", "1280 px, dark: color-contrast"),
    ("/small", "target-size"),
    ("/wide", "scrolls sideways at 360 px"),
    ("/no-heading", "0 h1 elements"),
])
def test_a_bad_page_is_found(open_page, known_pages, path, expected):
    page = open_page(known_pages)
    page.goto(path)
    found = accessibility.problems(page)
    assert any(expected in line for line in found), found


def test_dark_contrast_is_not_reported_in_light(open_page, known_pages):
    page = open_page(known_pages)
    page.goto("/dark-contrast")
    assert not [line for line in accessibility.problems(page) if "light: color-contrast" in line]


def test_invalid_html_is_found_and_valid_html_is_not(tmp_path):
    good, bad = validity.PageStore(tmp_path / "good"), validity.PageStore(tmp_path / "bad")
    good.keep("/ro", PAGES["/ro"])
    bad.keep("/ro", PAGES["/ro"])
    bad.keep("/invalid", PAGES["/invalid"])
    assert good.errors() == []
    assert any("/invalid" in line and "not allowed" in line for line in bad.errors()), bad.errors()


def test_the_crawl_finds_pages_and_broken_links(known_pages):
    crawled = crawl.Crawl(known_pages.address).run()
    assert {a.path for a in crawled.pages()} == {"/ro", "/en", "/ro/suceava"}
    assert crawled.broken() == ["404 /en/missing (linked from /en)"]
    seen = set()
    assert [a.path for a in crawled.worth_seeing(seen)] == ["/ro", "/en", "/ro/suceava"]
    assert crawled.worth_seeing(seen) == []


def test_a_crawl_without_an_end_is_a_failure(known_pages):
    with pytest.raises(AssertionError, match="more than 2 addresses"):
        crawl.Crawl(known_pages.address, pages=2).run()


def test_an_invisible_focus_is_found(open_page, known_pages):
    page = open_page(known_pages)
    page.goto("/ro")
    assert keyboard.tab_to(page, text="Suceava")["tag"] == "a"
    page.goto("/no-focus")
    with pytest.raises(AssertionError, match="cannot be seen"):
        keyboard.tab_to(page, text="Suceava")


def test_unseen_errors_are_noted(browser, known_pages):
    context = browser.new_context(base_url=known_pages.address)
    page = context.new_page()
    watch = conftest.Watch(page, known_pages.address)
    page.goto("/script-error")
    context.close()
    assert any("rău" in line for line in watch.found), watch.found


def test_the_six_digits_are_those_of_the_standard():
    # RFC 6238, appendix B, SHA-1: the last six of the eight digits it prints.
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    for at, expected in ((59, "287082"), (1111111109, "081804"), (1234567890, "005924"), (20000000000, "353130")):
        assert people.code(secret, at) == expected
