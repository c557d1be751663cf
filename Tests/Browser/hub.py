"""Runs the real `m100` program: its own database, its own free port, stopped at the end."""

import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
import uuid

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
BINARY = pathlib.Path(os.environ.get("M100_BINARY", REPOSITORY / ".build/debug/m100"))
DEMONSTRATION_PASSWORD = "demonstratie-m100"
READY_PATH = "/health/ready"
READY_WITHIN_SECONDS = 60


def free_port():
    """A port that was free a moment ago, on loopback."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def postgres_schema(url, name):
    """The same PostgreSQL database, in a schema of its own."""
    return f"{url}{'&' if '?' in url else '?'}schema={name}_{uuid.uuid4().hex[:8]}"


class Hub:
    """One hub: a database and the process that serves it."""

    def __init__(self, folder, database=None, port=None):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.database = str(database or self.folder / "hub.db")
        self.port = port or free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.mail = self.folder / "mail"
        self.log = self.folder / "serve.log"
        self.process = None

    def environment(self):
        """The settings of this hub and nothing of the caller's own hub."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("M100_")}
        return kept | {
            "M100_DATABASE": self.database,
            "M100_MAIL": f"folder:{self.mail}",
            "M100_DATA": str(self.folder),
            "M100_RESOURCES": str(REPOSITORY),
            "M100_URL": self.address,
            "M100_DEMONSTRATION": "true",
            "TZ": "UTC",
        }

    def command(self, *arguments, check=True):
        """Runs another `m100` command against the same database."""
        if not BINARY.exists():
            raise AssertionError(f"{BINARY} is absent: build it with `swift build --product m100`")
        done = subprocess.run(
            [str(BINARY), *arguments], cwd=REPOSITORY, env=self.environment(),
            capture_output=True, text=True, timeout=300)
        if check and done.returncode != 0:
            raise AssertionError(f"m100 {' '.join(arguments)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        return done

    def load_demonstration(self):
        """Fills the empty database with the demonstration world."""
        self.command("migrate")
        self.command("demo")

    def start(self):
        """Starts serving and returns when the hub says that it is ready."""
        output = open(self.log, "ab")
        self.process = subprocess.Popen(
            [str(BINARY), "serve", "--host", "127.0.0.1", "--port", str(self.port)],
            cwd=REPOSITORY, env=self.environment(), stdin=subprocess.DEVNULL, stdout=output, stderr=output)
        output.close()
        self.wait_until_ready()
        return self

    def wait_until_ready(self, within=READY_WITHIN_SECONDS):
        """Asks the readiness address until it answers 200; fails with the log when the process ends first."""
        deadline = time.monotonic() + within
        while time.monotonic() < deadline:
            if self.process is not None and self.process.poll() is not None:
                raise AssertionError(f"m100 serve ended with {self.process.returncode}:\n{self.tail()}")
            try:
                with urllib.request.urlopen(self.address + READY_PATH, timeout=2) as answer:
                    if answer.status == 200:
                        return
            except (OSError, urllib.error.URLError):
                pass
            time.sleep(0.01)
        raise AssertionError(f"m100 serve was not ready within {within} s:\n{self.tail()}")

    def tail(self, lines=60):
        """The last lines of the log."""
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:]) if self.log.exists() else ""

    def kill(self):
        """Ends the process at once, as a power cut would."""
        if self.process is not None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
            self.process = None

    def stop(self, within=20):
        """Asks the process to finish; a hub that does not is a failure."""
        if self.process is None:
            return
        process, self.process = self.process, None
        process.terminate()
        try:
            process.wait(within)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise AssertionError(f"m100 serve did not stop within {within} s of SIGTERM:\n{self.tail()}")

    def server_errors(self):
        """Log lines that tell of an error, for tests that expect none."""
        found = []
        for line in self.log.read_text(errors="replace").splitlines() if self.log.exists() else []:
            try:
                entry = json.loads(line)
            except ValueError:
                if "Fatal error" in line:
                    found.append(line)
                continue
            if isinstance(entry, dict) and entry.get("level") in ("error", "critical"):
                found.append(line)
        return found

    def mails(self):
        """The mails that the hub has sent so far, oldest first."""
        return sorted(self.mail.glob("*.eml"), key=lambda file: file.stat().st_mtime) if self.mail.exists() else []


def copy_of(template, folder):
    """A hub with a copy of a stopped hub's SQLite database, which is much faster than loading it again."""
    hub = Hub(folder)
    shutil.copyfile(template.database, hub.database)
    # What SQLite has not yet moved into the database file itself stands beside it.
    log = pathlib.Path(f"{template.database}-wal")
    if log.exists():
        shutil.copyfile(log, f"{hub.database}-wal")
    return hub
