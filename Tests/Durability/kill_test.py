#!/usr/bin/env python3
"""Kills the hub with SIGKILL at random moments under a write load, and looks at what is left.

Writers sign in as demonstration people and save a form again and again through real HTTP, each its own record and
each save with a text never used before. An answer that says "saved" is a promise. After every kill the hub starts
again and these must hold:

- each writer's record shows the last text that was acknowledged, or the one that was on its way when the kill came;
- the audit trail has at least one entry for every acknowledged save and at most one for every save that was sent;
- `m100 audit verify` finds the chain unbroken.

One more writer keeps typing into a section of a contract that saves itself: what an answer called saved is in the draft.

With PostgreSQL the database server is also restarted, and crashed, under the same load: requests may wait or fail
cleanly, none may be half done, and the hub recovers without being touched.

    kill_test.py --engine sqlite --kills 50 --seed 7
"""

import argparse
import csv
import html.parser
import http.client
import os
import pathlib
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Browser"))
import hub as hubs  # noqa: E402
import people  # noqa: E402

# The form that is saved: harmless, audited, one record a person.
FORM_PATH = "/en/account/name"
FORM_FIELD = "name"
FORM_ACTIVITY = "account.renamed"
SIGN_IN_PATH = people.SIGN_IN_PATH
# Where somebody of a city's team begins what the section belongs to.
CONTRACT_PATH = "/en/cities/alba-iulia/contracts/new"
CONTRACT_WRITER = "ana.pop@alba.example"
# Statuses that promise that the text is kept.
ACKNOWLEDGED = (302, 303)
# Statuses that say cleanly that nothing was done.
REFUSED = (409, 429, 503)
# The longest a hub may need to serve again after its database came back.
RECOVERY_SECONDS = 20


class Failure(Exception):
    """Something that must hold does not."""


class Form(html.parser.HTMLParser):
    """The fields, as filled in, of the form on a page that has a given field."""

    def __init__(self, field):
        super().__init__()
        self.field, self.action, self.values = field, None, None
        self.current, self.target, self.area, self.select = None, None, None, None

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "form":
            self.current, self.target = {}, given.get("action")
        if self.current is None:
            return
        name, kind = given.get("name"), given.get("type", "text")
        if tag == "input" and name and kind not in ("submit", "button", "file"):
            if kind not in ("radio", "checkbox") or "checked" in given:
                self.current[name] = given.get("value") or ""
        elif tag == "textarea" and name:
            self.area = name
            self.current[name] = ""
        elif tag == "select" and name:
            self.select = name
        elif tag == "option" and self.select and ("selected" in given or self.select not in self.current):
            self.current[self.select] = given.get("value") or ""

    def handle_data(self, data):
        if self.area and self.current is not None:
            self.current[self.area] += data

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.area = None
        elif tag == "select":
            self.select = None
        elif tag == "form" and self.current is not None:
            if self.field in self.current and self.values is None:
                self.values, self.action = self.current, self.target
            self.current = None


class Visitor:
    """A person's browser without a browser: keeps cookies and a connection, never follows a redirect by itself."""

    def __init__(self, port):
        self.port, self.cookies, self.connection = port, {}, None

    def request(self, method, path, fields=None):
        """One request; returns status, body and the address that it redirects to. Raises OSError when cut off."""
        if self.connection is None:
            self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        origin = f"http://127.0.0.1:{self.port}"
        headers = {"Accept": "text/html", "Origin": origin, "Sec-Fetch-Site": "same-origin"}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        body = None
        if fields is not None:
            body = urllib.parse.urlencode(fields)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            self.connection.request(method, path, body=body, headers=headers)
            answer = self.connection.getresponse()
            content = answer.read()
        except (OSError, http.client.HTTPException) as error:
            self.disconnect()
            raise OSError(f"cut off: {error!r}") from error
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, _, rest = cookie.partition("=")
            self.cookies[name.strip()] = rest.partition(";")[0]
        return answer.status, content.decode("utf-8", "replace"), answer.getheader("Location")

    def disconnect(self):
        """Lets the next request open a connection of its own."""
        if self.connection is not None:
            self.connection.close()
            self.connection = None

    def fill(self, path, field, values):
        """Asks for a page, fills its form in and sends it."""
        status, page, _ = self.request("GET", path)
        if status != 200:
            return status, page, None
        form = Form(field)
        form.feed(page)
        if form.values is None:
            raise Failure(f"{path} has no form with a field {field!r}:\n{page[:500]}")
        return self.request("POST", form.action or path, form.values | values)

    def sign_in(self, email, password):
        """Password, and the six digits where they are asked for: their form is the answer to the password."""
        status, page, _ = self.fill(SIGN_IN_PATH, "password", {"email": email, "password": password})
        form = Form("code")
        form.feed(page)
        if form.values is not None and form.action:
            status, page, _ = self.request("POST", form.action, form.values | {"code": people.code()})
        if status not in ACKNOWLEDGED:
            raise Failure(f"{email} could not sign in: {status}\n{page[:500]}")


class Writer(threading.Thread):
    """Saves new texts, one after the other, and remembers which were acknowledged."""

    path, field, acknowledgements = FORM_PATH, FORM_FIELD, ACKNOWLEDGED
    # Whether each save leaves a line in the history.
    is_audited = True

    def __init__(self, port, person, number):
        super().__init__(daemon=True)
        self.visitor = Visitor(port)
        self.person, self.number = person, number
        self.sent, self.acknowledged, self.refused, self.cut = 0, 0, 0, 0
        self.last_acknowledged, self.in_flight = None, []
        self.wrong = []
        self.go, self.leave = threading.Event(), threading.Event()
        self.idle = threading.Event()
        self.idle.set()

    def text(self):
        """A name that was never used before."""
        return f"Demo {self.number} {self.sent:07d}"

    def run(self):
        while not self.leave.is_set():
            if not self.go.wait(0.05):
                continue
            self.idle.clear()
            # The controller clears `go` and then waits for `idle`: look again now that it can see us.
            if self.go.is_set():
                try:
                    self.save()
                except Exception as error:
                    self.wrong.append(repr(error))
                    self.go.clear()
            self.idle.set()

    def save(self):
        """One save. The text counts as on its way from before it is sent until an answer says what became of it."""
        try:
            status, page, _ = self.visitor.request("GET", self.path)
        except OSError:
            self.cut += 1
            return self.pause()
        if status != 200:
            if status not in REFUSED:
                self.wrong.append(f"GET {self.path}: {status}")
            self.refused += 1
            return self.pause()
        form = Form(self.field)
        form.feed(page)
        if form.values is None:
            raise Failure(f"{self.path} has no form with a field {self.field!r}")
        self.sent += 1
        text = self.text()
        self.in_flight.append(text)
        try:
            status, page, _ = self.visitor.request("POST", self.target(form), form.values | {self.field: text})
        except OSError:
            self.cut += 1
            return self.pause()
        if status in self.acknowledgements:
            self.acknowledged += 1
            self.last_acknowledged, self.in_flight = text, []
        elif status in REFUSED:
            # A 503 may mean that the answer of a commit was lost: the text may still be there.
            self.refused += 1
            if status != 503:
                self.in_flight.remove(text)
            self.pause()
        else:
            self.wrong.append(f"POST {self.path}: {status}: {page[:300]}")
            self.pause()

    def target(self, form):
        """Where a filled-in form is sent."""
        return form.action or self.path

    def pause(self):
        """Lets a dead server come back without asking it a thousand times a second."""
        self.leave.wait(0.02)

    def stop_writing(self):
        """Returns when no request of this writer is on its way."""
        self.go.clear()
        self.idle.wait(60)

    def shown(self):
        """The text that the hub shows now."""
        # A writer that rested while the hub was killed still holds a connection to the dead process.
        self.visitor.disconnect()
        status, page, _ = self.visitor.request("GET", self.path)
        if status != 200:
            raise Failure(f"{self.person}: GET {self.path} is {status}; the session is lost")
        form = Form(self.field)
        form.feed(page)
        if form.values is None:
            raise Failure(f"{self.path} has no form with a field {self.field!r}")
        return form.values[self.field]

    def check(self):
        """Compares what the hub shows with what it promised."""
        shown = self.shown()
        if shown not in [self.last_acknowledged, *self.in_flight]:
            raise Failure(f"{self.person}: {shown!r} is shown, but {self.last_acknowledged!r} was acknowledged "
                          f"and {self.in_flight} were on their way")
        self.last_acknowledged, self.in_flight = shown, []


class SectionWriter(Writer):
    """Types into a section of a contract; the page keeps each text as a draft, as its script would."""

    field, acknowledgements, is_audited = "text", (200,), False

    @staticmethod
    def start_contract(visitor):
        """Address of the form of a section of a new contract."""
        fields = {"template": "v2.1", "language": "ro", "base-year": "2021", "target-year": "2035"}
        status, page, address = visitor.fill(CONTRACT_PATH, "base-year", fields)
        if status not in ACKNOWLEDGED:
            raise Failure(f"no contract was started: {status}\n{page[:500]}")
        return f"{address}/sections/outlook/edit"

    def target(self, form):
        return f"{self.path}/draft"


class Trial:
    """One engine: a hub, its writers, and the list of what went wrong."""

    def __init__(self, engine, options, folder):
        self.engine, self.options, self.folder = engine, options, folder
        self.random = random.Random(f"{options.seed}-{engine}")
        self.cluster = folder / "postgres"
        database = None
        if engine == "postgres":
            script = [str(hubs.REPOSITORY / "scripts/postgres-for-tests"), "start", str(self.cluster), "--durable",
                      "--until-exit-of", str(os.getpid())]
            database = run(script).strip()
        self.hub = hubs.Hub(folder / "hub", database=database)
        self.writers = []

    def prepare(self):
        """Demonstration world, a served hub, signed-in writers."""
        self.hub.load_demonstration()
        self.hub.start()
        with open(hubs.REPOSITORY / "Data/demo/people.csv", encoding="utf-8", newline="") as file:
            emails = [row["email"] for row in csv.DictReader(file)][:self.options.writers]
        for number, email in enumerate(emails):
            writer = Writer(self.hub.port, email, number)
            writer.visitor.sign_in(email, hubs.DEMONSTRATION_PASSWORD)
            writer.last_acknowledged = writer.shown()
            writer.start()
            self.writers.append(writer)
        self.prepare_section()

    def prepare_section(self):
        """The writer whose page saves itself."""
        writer = SectionWriter(self.hub.port, CONTRACT_WRITER, len(self.writers))
        writer.visitor.sign_in(CONTRACT_WRITER, hubs.DEMONSTRATION_PASSWORD)
        writer.path = SectionWriter.start_contract(writer.visitor)
        writer.last_acknowledged = writer.shown()
        writer.start()
        self.writers.append(writer)

    def total(self, what, audited_only=False):
        return sum(getattr(writer, what) for writer in self.writers if writer.is_audited or not audited_only)

    def write_until(self, acknowledged, within=60):
        """Lets the writers go until so many more saves are acknowledged."""
        wanted = self.total("acknowledged") + acknowledged
        for writer in self.writers:
            writer.go.set()
        deadline = time.monotonic() + within
        while self.total("acknowledged") < wanted:
            self.stop_on_wrong()
            if time.monotonic() > deadline:
                raise Failure(f"no {acknowledged} saves were acknowledged within {within} s\n{self.hub.tail(20)}")
            time.sleep(0.002)

    def stop_on_wrong(self):
        for writer in self.writers:
            if writer.wrong:
                raise Failure(f"{writer.person}: {writer.wrong[0]}\n{self.hub.tail(20)}")

    def quiet(self):
        for writer in self.writers:
            writer.stop_writing()
        self.stop_on_wrong()

    def kill_once(self):
        """Load, SIGKILL at a random moment, start again, look."""
        self.write_until(self.random.randint(1, 4 * len(self.writers)))
        time.sleep(self.random.random() * 0.05)
        self.hub.kill()
        self.quiet()
        self.hub.start()
        self.check()

    def restart_database(self, how):
        """The database server goes and comes back under load; nobody touches the hub."""
        script = str(hubs.REPOSITORY / "scripts/postgres-for-tests")
        self.write_until(2 * len(self.writers))
        run([script, "restart", str(self.cluster), *how])
        self.write_until(2 * len(self.writers), within=RECOVERY_SECONDS)
        self.quiet()
        if self.hub.process.poll() is not None:
            raise Failure(f"the hub ended when PostgreSQL was restarted\n{self.hub.tail()}")
        self.check()

    def check(self):
        for writer in self.writers:
            writer.check()

    def check_audit(self):
        """The chain, and the number of entries against the number of saves."""
        done = self.hub.command("audit", "verify", check=False)
        if done.returncode != 0:
            raise Failure(f"audit verify ended with {done.returncode}: {done.stdout}{done.stderr}")
        entries = self.audit_entries()
        low, high = self.total("acknowledged", audited_only=True), self.total("sent", audited_only=True)
        if not low <= entries <= high:
            raise Failure(f"{entries} audit entries for {low} acknowledged saves of {high} sent")
        return done.stdout.strip(), entries

    def audit_entries(self):
        """How many entries of the form's activity the database holds, asked of the database itself."""
        query = f"SELECT COUNT(*) FROM audit_entry WHERE activity = '{FORM_ACTIVITY}'"
        if self.engine == "postgres":
            return int(run(["psql", "-At", "-d", self.hub.database, "-c", query]))
        connection = sqlite3.connect(self.hub.database)
        try:
            return connection.execute(query).fetchone()[0]
        finally:
            connection.close()

    def run(self):
        started = time.monotonic()
        self.prepare()
        for _ in range(self.options.kills):
            self.kill_once()
        if self.engine == "postgres":
            for count in range(self.options.restarts):
                self.restart_database(["--immediate"] if count % 2 else [])
        verified, entries = self.check_audit()
        print(f"{self.engine}: {self.options.kills} kills, {self.total('sent')} saves sent, "
              f"{self.total('acknowledged')} acknowledged, {self.total('refused')} refused, {self.total('cut')} cut off, "
              f"{entries} audit entries; {verified}; {time.monotonic() - started:.0f} s", flush=True)

    def close(self):
        for writer in self.writers:
            writer.go.clear()
            writer.leave.set()
        self.hub.kill()
        if self.engine == "postgres":
            run([str(hubs.REPOSITORY / "scripts/postgres-for-tests"), "stop", str(self.cluster)])


def run(command):
    """The output of a command that has to succeed."""
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    if done.returncode != 0:
        raise Failure(f"{' '.join(command)} ended with {done.returncode}: {done.stderr}")
    return done.stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--engine", choices=["sqlite", "postgres", "both"], default="both")
    parser.add_argument("--kills", type=int, default=50, help="kills for each engine (default 50)")
    parser.add_argument("--restarts", type=int, default=6, help="restarts of PostgreSQL, every second one a crash")
    parser.add_argument("--writers", type=int, default=8)
    parser.add_argument("--seed", type=int, default=None, help="repeats the random moments of an earlier run")
    options = parser.parse_args()
    if options.seed is None:
        options.seed = random.SystemRandom().randrange(1_000_000)
    print(f"seed {options.seed}", flush=True)

    passed, failed = 0, 0
    for engine in ["sqlite", "postgres"] if options.engine == "both" else [options.engine]:
        folder = pathlib.Path(tempfile.mkdtemp(prefix="m100-kill-"))
        folder.chmod(0o755)
        trial = None
        try:
            trial = Trial(engine, options, folder)
            trial.run()
            passed += 1
        except (Failure, AssertionError, OSError) as error:
            failed += 1
            print(f"{engine}: FAILED (seed {options.seed}): {error}", flush=True)
        finally:
            if trial is not None:
                trial.close()
            shutil.rmtree(folder, ignore_errors=True)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
