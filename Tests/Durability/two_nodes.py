#!/usr/bin/env python3
"""Two nodes of the hub on one PostgreSQL: what one does, the other knows.

- somebody signs in on one node and acts on the other, in the same session; signing out ends it on both;
- a change made on one node shows on both within two seconds, on pages that are shared between visitors too;
- a text that a content editor publishes on one node is read on both within two seconds, in its own language alone;
- scheduled work that falls due while both nodes run is done once;
- one node is killed, the other goes on with the same session.

    two_nodes.py
"""

import os
import pathlib
import shutil
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Browser"))
import hub as hubs  # noqa: E402
from kill_test import ACKNOWLEDGED, Failure, Form, Visitor, run  # noqa: E402

SHOWS_WITHIN_SECONDS = 2
EDITOR = "ana.pop@alba.example"
PROFILE = "/en/cities/alba-iulia/edit"
PUBLIC_PAGE = "/en/cities/alba-iulia"
NAME = "/en/account/name"
CONTENT_EDITOR = "ioana.muresan@secretariat.example"
WRITING = "/en/pages/about/edit?language=en"
WRITTEN_PAGE, OTHER_LANGUAGE = "/en/about", "/ro/about"
POSTGRES = str(hubs.REPOSITORY / "scripts/postgres-for-tests")


def expect(holds, text):
    """Ends the trial with a sentence about what does not hold."""
    if not holds:
        raise Failure(text)


def elsewhere(visitor, port):
    """The same browser, led to another node."""
    other = Visitor(port)
    other.cookies = visitor.cookies
    return other


def until_shown(path, text, ports):
    """How long it takes until every node shows a text to visitors who are not signed in."""
    started = time.monotonic()
    waiting = set(ports)
    while waiting:
        for port in sorted(waiting):
            status, page, _ = Visitor(port).request("GET", path)
            expect(status == 200, f"GET {path} on {port}: {status}")
            if text in page:
                waiting.discard(port)
        took = time.monotonic() - started
        expect(took < SHOWS_WITHIN_SECONDS, f"after {took:.1f} s {path} does not show {text!r} on {sorted(waiting)}")
    return time.monotonic() - started


def sign_in_here_act_there(first, second):
    """A session is the hub's, not a node's."""
    here = Visitor(first.port)
    here.sign_in(EDITOR, hubs.DEMONSTRATION_PASSWORD)
    there = elsewhere(here, second.port)
    status, page, _ = there.fill(NAME, "name", {"name": "Ana de pe două noduri"})
    expect(status in ACKNOWLEDGED, f"the name was not saved on the other node: {status}\n{page[:400]}")
    status, page, _ = here.request("GET", NAME)
    form = Form("name")
    form.feed(page)
    expect(form.values and form.values["name"] == "Ana de pe două noduri", "the first node does not show the new name")
    return here


def a_form_from_one_node_goes_to_the_other(here, second):
    """The page with the form came from one node; the other takes it, token and all."""
    status, page, _ = here.request("GET", NAME)
    form = Form("name")
    form.feed(page)
    there = elsewhere(here, second.port)
    status, page, _ = there.request("POST", form.action, form.values | {"name": "Ana Pop"})
    expect(status in ACKNOWLEDGED, f"the form of one node is refused by the other: {status}\n{page[:400]}")


def changes_show_on_both(here, nodes):
    """The public page is kept by each node for visitors; a change must reach both copies."""
    ports = [node.port for node in nodes]
    for port in ports:
        Visitor(port).request("GET", PUBLIC_PAGE)
    longest = 0
    for number in range(5):
        text = f"Orașul scrie pe două noduri, {number}"
        writer = elsewhere(here, ports[number % 2])
        status, page, _ = writer.fill(PROFILE, "summary-en", {"summary-en": text})
        expect(status in ACKNOWLEDGED, f"the profile was not saved: {status}\n{page[:400]}")
        longest = max(longest, until_shown(PUBLIC_PAGE, text, ports))
    return longest


def a_published_page_shows_on_both(nodes):
    """An editor writes on one node and publishes on the other; readers of both nodes have the page kept already."""
    ports = [node.port for node in nodes]
    editor = Visitor(ports[0])
    editor.sign_in(CONTENT_EDITOR, hubs.DEMONSTRATION_PASSWORD)
    romanian = [Visitor(port).request("GET", OTHER_LANGUAGE)[1] for port in ports]
    longest = 0
    for number in range(4):
        text = f"Written on one node, published on the other, {number}."
        for port in ports:
            expect(Visitor(port).request("GET", WRITTEN_PAGE)[0] == 200, f"{WRITTEN_PAGE} cannot be read on {port}")
        here, there = elsewhere(editor, ports[number % 2]), elsewhere(editor, ports[1 - number % 2])
        status, page, _ = here.fill(WRITING, "markdown", {"markdown": text})
        expect(status in ACKNOWLEDGED, f"the text was not saved: {status}\n{page[:400]}")
        for port in ports:
            expect(text not in Visitor(port).request("GET", WRITTEN_PAGE)[1], "a draft is public")
        status, page, _ = there.fill(WRITING, "number", {})
        expect(status in ACKNOWLEDGED, f"the text was not published: {status}\n{page[:400]}")
        longest = max(longest, until_shown(WRITTEN_PAGE, text, ports))
    expect(romanian == [Visitor(port).request("GET", OTHER_LANGUAGE)[1] for port in ports], "the other language changed")
    return longest


def scheduled_work_is_done_once(database, rounds=4):
    """Every scheduled kind falls due while both nodes look for work; each leaves one job, carried out once."""
    def ask(query):
        return run(["psql", "-At", "-d", database, "-c", query]).split()

    for number in range(rounds):
        kinds = int(ask("SELECT COUNT(*) FROM job_schedule")[0])
        expect(kinds > 3, f"only {kinds} kinds of work are scheduled")
        slot = f"2026-01-01T00:00:0{number}.000Z"
        keys = f"unique_key LIKE '%@{slot}'"
        ask(f"UPDATE job_schedule SET next_run_at = '{slot}'")
        deadline = time.monotonic() + 60
        while int(ask(f"SELECT COUNT(*) FROM job WHERE {keys} AND finished_at IS NOT NULL")[0]) < kinds:
            expect(time.monotonic() < deadline, f"round {number}: of {kinds} scheduled jobs these are done: "
                   + " ".join(ask(f"SELECT kind FROM job WHERE {keys} AND finished_at IS NOT NULL")))
            time.sleep(0.05)
        found = ask(f"SELECT COUNT(*), COUNT(DISTINCT kind), MAX(attempts) FROM job WHERE {keys}")[0]
        expect(found == f"{kinds}|{kinds}|1", f"round {number}: jobs, kinds, attempts: {found}; wanted {kinds}|{kinds}|1")
    return kinds * rounds


def sign_out_ends_both(here, second):
    """A session ended on one node is ended on the other at once."""
    there = elsewhere(here, second.port)
    status, page, _ = here.request("GET", "/en/account")
    form = Form("form-token")
    form.feed(page)
    status, _, _ = here.request("POST", "/en/sign-out", {"form-token": form.values["form-token"]})
    expect(status in ACKNOWLEDGED, f"sign-out: {status}")
    status, _, _ = there.request("GET", "/en/account")
    expect(status == 303, f"the session goes on at the other node: {status}")


def survivor_goes_on(first, second):
    """A node that dies takes nothing with it."""
    here = Visitor(first.port)
    here.sign_in(EDITOR, hubs.DEMONSTRATION_PASSWORD)
    first.kill()
    status, page, _ = elsewhere(here, second.port).fill(NAME, "name", {"name": "Ana Pop"})
    expect(status in ACKNOWLEDGED, f"the survivor does not take the form: {status}\n{page[:400]}")


def main():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="m100-nodes-"))
    folder.chmod(0o755)
    nodes = []
    try:
        database = run([POSTGRES, "start", str(folder / "postgres"), "--until-exit-of", str(os.getpid())]).strip()
        nodes = [hubs.Hub(folder / name, database=database) for name in ("first", "second")]
        nodes[0].load_demonstration()
        for node in nodes:
            node.start()
        here = sign_in_here_act_there(*nodes)
        a_form_from_one_node_goes_to_the_other(here, nodes[1])
        print("signed in on one node, acted on the other")
        print(f"changes showed on both nodes within {changes_show_on_both(here, nodes):.2f} s")
        print(f"pages published on one node showed on both within {a_published_page_shows_on_both(nodes):.2f} s")
        sign_out_ends_both(here, nodes[1])
        print("signed out on one node, signed out on the other")
        print(f"{scheduled_work_is_done_once(database)} scheduled jobs were done once each")
        survivor_goes_on(*nodes)
        print("one node killed, the other went on with the same session")
        print("1 passed, 0 failed")
        return 0
    except (Failure, AssertionError, OSError) as error:
        print(f"FAILED: {error}\n0 passed, 1 failed")
        return 1
    finally:
        for node in nodes:
            node.kill()
        if (folder / "postgres").exists():
            run([POSTGRES, "stop", str(folder / "postgres")])
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
