"""The three ways of going through a journey: with a script, without one, and with the keyboard alone."""

import pytest

import hub
import keyboard
import people

SCRIPT, NO_SCRIPT, KEYBOARD = "script", "no-script", "keyboard"
# Every journey that the hub promises to everybody carries this mark, so that no way can be forgotten for one.
WAYS = pytest.mark.parametrize("way", [SCRIPT, NO_SCRIPT, KEYBOARD])


class Hands:
    """Somebody at a page. With the keyboard alone there is no pointer: everything is reached with Tab."""

    def __init__(self, page, way):
        self.page, self.has_pointer = page, way != KEYBOARD

    def fill(self, name, text):
        """Writes into the field of this name, in place of what stands there."""
        if self.has_pointer:
            self.page.locator(f"main [name={name}]").fill(text)
            return
        keyboard.tab_to(self.page, name=name)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def choose(self, name, label):
        """Chooses the option with this text; with the keyboard by going down the list."""
        found = self.page.locator(f"main select[name={name}]")
        if self.has_pointer:
            found.select_option(label=label)
            return
        keyboard.tab_to(self.page, name=name)
        self.page.keyboard.press("Home")
        for _ in range(found.locator("option").count()):
            if found.evaluate("e => e.selectedOptions[0].text.trim()") == label:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{self.page.url}: no option {label!r} in {name}")

    def tick(self, name, value):
        """Ticks a checkbox or chooses one of several radios."""
        found = self.page.locator(f"main input[name='{name}'][value='{value}']")
        if self.has_pointer:
            found.check()
            return
        keyboard.tab_to(self.page, name=name)
        for _ in range(self.page.locator(f"main input[name='{name}']").count() + 1):
            if keyboard.focused(self.page)["id"] == found.get_attribute("id"):
                if not found.is_checked():
                    self.page.keyboard.press("Space")
                return
            self.page.keyboard.press("Tab" if found.get_attribute("type") == "checkbox" else "ArrowDown")
        raise AssertionError(f"{self.page.url}: no way to {name} {value}")

    def press(self, start):
        """Uses the button or link whose text begins like this, and waits for the page that it leads to."""
        if self.has_pointer:
            found = self.page.locator("button:visible, a:visible").filter(has_text=start)
            with self.page.expect_navigation():
                found.first.click()
            return
        keyboard.tab_to(self.page, start=start)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def enter(self):
        """Sends the form of the field that was filled last, as Enter does."""
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def sign_in(self, key):
        """Password, and the six digits where they are asked for."""
        self.page.goto(people.SIGN_IN_PATH)
        self.fill("email", people.everyone()[key]["email"])
        self.fill("password", hub.DEMONSTRATION_PASSWORD)
        self.enter()
        if self.page.locator("main input[name=code]").count():
            self.fill("code", people.code())
            self.enter()
        left = self.page.locator("main input[name=password], main input[name=code]").count()
        assert left == 0, f"{key} could not sign in:\n{self.page.locator('main').inner_text()[:600]}"


def hands(open_page, running, way):
    """A fresh browser for one way."""
    return Hands(open_page(running, javascript=way != NO_SCRIPT), way)
