"""What every page must hold for people with disabilities. No rule is ignored and no element is exempt."""

import json

from axe_playwright_python.base import AXE_SCRIPT

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
# axe leaves these WCAG 2.2 rules off unless they are asked for.
ALSO = {"target-size": {"enabled": True}}
WIDE, NARROW = 1280, 360
# WCAG 1.4.10 asks for no scrolling in two directions at 320 CSS pixels.
REFLOW = 320
HEIGHT = 900


def violations(page):
    """What axe finds on the page as it stands, one line an element."""
    page.evaluate(AXE_SCRIPT)
    options = {"runOnly": {"type": "tag", "values": TAGS}, "rules": ALSO, "resultTypes": ["violations"]}
    result = page.evaluate(f"axe.run(document, {json.dumps(options)})")
    return [
        f"{found['id']}: {node['target']} — {' '.join((node.get('failureSummary') or found['help']).split())}"
        for found in result["violations"] for node in found["nodes"]
    ]


def overflow(page):
    """The elements that reach beyond the right edge when the page scrolls sideways."""
    return page.evaluate(
        """() => {
            const edge = document.documentElement.clientWidth
            if (document.documentElement.scrollWidth <= edge) return []
            const wide = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > edge + 1)
            const names = wide.slice(0, 5).map(e => `${e.localName}.${e.className}`)
            return names.length ? names : ['(the page itself)']
        }""")


def structure(page):
    """A page has a language, a title, one main heading and one main landmark."""
    facts = page.evaluate(
        """() => ({lang: document.documentElement.lang, title: document.title.trim(),
            h1: document.querySelectorAll('h1').length, main: document.querySelectorAll('main').length})""")
    problems = []
    if facts["lang"] not in ("ro", "en"):
        problems.append(f"lang is {facts['lang']!r}")
    if not facts["title"]:
        problems.append("the title is empty")
    if facts["h1"] != 1:
        problems.append(f"{facts['h1']} h1 elements")
    if facts["main"] != 1:
        problems.append(f"{facts['main']} main elements")
    return problems


def problems(page):
    """Everything wrong with the page: light and dark, wide and narrow."""
    found = list(structure(page))
    for width in (WIDE, NARROW):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        if width == NARROW:
            found += [f"scrolls sideways at {width} px: {element}" for element in overflow(page)]
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            found += [f"{width} px, {scheme}: {line}" for line in violations(page)]
    page.set_viewport_size({"width": REFLOW, "height": HEIGHT})
    found += [f"scrolls sideways at {REFLOW} px: {element}" for element in overflow(page)]
    page.set_viewport_size({"width": WIDE, "height": HEIGHT})
    page.emulate_media(color_scheme="light")
    return found


def runs_scripts(page):
    """Whether the page may run scripts; axe is one, and without them the same markup is checked with them."""
    return getattr(page, "runs_scripts", True)


def check_accessible(page):
    """Fails with every problem of the page in its message."""
    if not runs_scripts(page):
        return []
    found = problems(page)
    assert not found, f"{page.url} has {len(found)} accessibility problems:\n  " + "\n  ".join(found[:40])
