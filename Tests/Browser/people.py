"""The demonstration people and how they sign in."""

import base64
import csv
import hashlib
import hmac
import struct
import time

import hub

SIGN_IN_PATH = "/en/sign-in"
SECRET = "JBSWY3DPEHPK3PXP"
STEP_SECONDS = 30


def everyone():
    """The rows of the demonstration people, by key; those of the invented city last."""
    found = {}
    for name in ("people.csv", "exemplu/people.csv"):
        with open(hub.REPOSITORY / "Data/demo" / name, encoding="utf-8", newline="") as file:
            found |= {row["key"]: row for row in csv.DictReader(file)}
    return found


def code(secret=SECRET, at=None):
    """The six digits of RFC 6238 (SHA-1, 30 s steps)."""
    step = int((time.time() if at is None else at) // STEP_SECONDS)
    digest = hmac.new(base64.b32decode(secret), struct.pack(">Q", step), hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start:start + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


def one_of_each_kind():
    """The keys of people who differ in roles or levels: what others of the same kind see is the same."""
    kinds = {}
    for key, row in everyone().items():
        levels = sorted(membership.rpartition(":")[2] for membership in row["memberships"].split(";") if membership)
        kinds.setdefault((row["roles"], *levels), key)
    return list(kinds.values())


def submit(page, field):
    """Sends the form that has this field, with its own button, and waits for the answer."""
    with page.expect_navigation():
        page.locator(f"main form:has([name={field}]) button[type=submit]").first.click()


def sign_in(page, email, password=hub.DEMONSTRATION_PASSWORD, secret=SECRET, ahead=0):
    """Signs in through the forms as a person would; gives the six digits where they are asked for.

    A code works once: who signs in again within half a minute is `ahead` by one step, as a fast clock would be.
    """
    page.goto(SIGN_IN_PATH)
    page.locator("main input[name=email]").fill(email)
    page.locator("main input[name=password]").fill(password)
    submit(page, "password")
    if page.locator("main input[name=code]").count():
        page.locator("main input[name=code]").fill(code(secret, time.time() + ahead * STEP_SECONDS))
        submit(page, "code")
    remaining = page.locator("main input[name=password], main input[name=code]").count()
    assert remaining == 0, f"{email} could not sign in:\n{page.locator('main').inner_text()[:600]}"
