"""Moves through a page with the keyboard alone."""

FOCUS = """() => {
    const e = document.activeElement
    if (!e || e === document.body) return null
    const style = getComputedStyle(e)
    const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0
    const box = e.getBoundingClientRect()
    return {tag: e.localName, id: e.id, name: e.getAttribute('name') || '', text: (e.innerText || e.value || '').trim(),
            label: e.labels && e.labels.length ? e.labels[0].innerText.trim() : '', type: e.type || '',
            visible: ring || style.boxShadow !== 'none', width: box.width, height: box.height}
}"""
MOST_STOPS = 400


def focused(page):
    """What has the focus, or None."""
    return page.evaluate(FOCUS)


def tab_to(page, text=None, name=None, start=None):
    """Presses Tab until the control with this text, label, field name or start of its text has the focus.

    The focus must be visible at every stop on the way."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        found = focused(page)
        if found is None:
            continue
        assert found["visible"], f"{page.url}: the focus cannot be seen on {found}"
        if name is not None and found["name"] == name:
            return found
        if text is not None and text in (found["text"], found["label"]):
            return found
        if start is not None and found["text"].startswith(start):
            return found
    raise AssertionError(f"{page.url}: Tab never reached {text or name or start!r}")


def stops(page):
    """Every control that Tab reaches, in order, until the focus leaves the page or comes round again."""
    seen = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        found = focused(page)
        if found is None or (seen and found == seen[0]):
            return seen
        seen.append(found)
    raise AssertionError(f"{page.url}: more than {MOST_STOPS} stops, or a keyboard trap at {seen[-1]}")
