"""Follows every link of a hub as one visitor, over plain HTTP, and picks the pages worth looking at in a browser."""

import collections
import html.parser
import http.client
import re
import urllib.parse

START = ("/ro", "/en")
# Filters and sorting make endless addresses of one page: this many of each set of query names are followed.
MOST_OF_A_QUERY = 3
# Rows of inventories, factors, people and the forms of a hundred cities are pages of one kind: this many of each kind
# and language are followed. The page of every city is: each is a place of its own in the reference data, with gaps of
# its own.
MOST_OF_A_KIND = 8
# A hub with more pages than this as one visitor is a crawl without an end.
MOST_PAGES = 3000

Answer = collections.namedtuple("Answer", "path status type body location linked_from")


class Outline(html.parser.HTMLParser):
    """The links of a page, and the kinds of element it is made of."""

    def __init__(self):
        super().__init__()
        self.links, self.files, self.kinds = [], [], set()

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.kinds.add((tag, given.get("class"), given.get("role"), given.get("type")))
        if tag == "a" and given.get("href"):
            self.links.append(given["href"])
        for name in ("src", "href"):
            if tag in ("link", "script", "img", "source") and given.get(name):
                self.files.append(given[name])


def pattern(path):
    """The route that an address probably belongs to: identifiers, numbers, dates and codes become placeholders."""
    bare = urllib.parse.urlsplit(path).path
    bare = re.sub(r"/[0-9a-f]{8}-[0-9a-f-]{27}", "/:id", bare)
    bare = re.sub(r"/[IV]+(\.\d+)+(?=/|$)", "/:line", bare)
    bare = re.sub(r"/(rows|methods)/[^/]+", r"/\1/:name", bare)
    bare = re.sub(r"/(cities|programme|mail-templates)/[^/]+/", r"/\1/:name/", bare)
    bare = re.sub(r"/factors/[^/]*\.[^/]*", "/factors/:factor", bare)
    return re.sub(r"/\d[\d-]*(?=/|$)", "/:number", bare)


class Crawl:
    """All answers that a visitor can get by following links."""

    def __init__(self, address, cookies=None, pages=None):
        self.host = urllib.parse.urlsplit(address).netloc
        self.address = address
        self.cookies = "; ".join(f"{c['name']}={c['value']}" for c in cookies or [])
        self.answers = {}
        self.queries = collections.Counter()
        self.kinds = collections.Counter()
        self.connection = http.client.HTTPConnection(self.host, timeout=30)
        self.most = pages or MOST_PAGES

    def get(self, path, linked_from):
        """One request; a dropped keep-alive connection is opened again once."""
        headers = {"Accept": "text/html,*/*", **({"Cookie": self.cookies} if self.cookies else {})}
        for again in (True, False):
            try:
                self.connection.request("GET", path, headers=headers)
                response = self.connection.getresponse()
                body = response.read()
                break
            except (http.client.HTTPException, ConnectionError):
                self.connection.close()
                if not again:
                    raise
        kind = (response.getheader("Content-Type") or "").split(";")[0]
        return Answer(path, response.status, kind, body, response.getheader("Location"), linked_from)

    def local(self, link, base):
        """The path of a link to this hub, or None for other schemes and hosts."""
        parts = urllib.parse.urlsplit(urllib.parse.urljoin(self.address + base, link))
        if parts.netloc != self.host or parts.scheme != "http":
            return None
        return urllib.parse.urlunsplit(("", "", parts.path or "/", parts.query, ""))

    def wanted(self, path):
        """Whether an address is new and not one more of a filter or kind that was followed often enough."""
        if path in self.answers:
            return False
        parts = urllib.parse.urlsplit(path)
        if not parts.query:
            kind = pattern(path)
            if "/:" not in kind:
                return True
            self.kinds[kind] += 1
            return self.kinds[kind] <= MOST_OF_A_KIND
        names = (pattern(parts.path), tuple(sorted(urllib.parse.parse_qs(parts.query, keep_blank_values=True))))
        self.queries[names] += 1
        return self.queries[names] <= MOST_OF_A_QUERY

    def run(self):
        """Follows links until there is no new one."""
        waiting = collections.deque((path, "(start)") for path in START)
        while waiting:
            path, linked_from = waiting.popleft()
            if not self.wanted(path):
                continue
            assert len(self.answers) < self.most, f"more than {self.most} addresses; the last was {path}"
            answer = self.get(path, linked_from)
            self.answers[path] = answer
            found = [answer.location] if answer.location else []
            if answer.type == "text/html":
                outline = Outline()
                outline.feed(answer.body.decode("utf-8"))
                found += outline.links + outline.files
            waiting.extend((local, path) for local in (self.local(link, path) for link in found) if local)
        self.connection.close()
        return self

    def new_to_a_validator(self, known):
        """The pages whose content no earlier crawl has had; `known` carries it from one person to the next.

        The header names the person and forms carry tokens: valid for one person, they are valid for all whose header
        is made of the same kinds of element.
        """
        chosen = []
        for answer in self.pages():
            whole = answer.body.decode("utf-8")
            start, end = whole.find("<main"), whole.rfind("</main>")
            around = Outline()
            around.feed(whole[:start] + whole[end:])
            main = re.sub(r'name="form-token" value="[^"]*"', "", whole[start:end])
            key = (main, frozenset(around.kinds))
            if key not in known:
                known.add(key)
                chosen.append(answer)
        return chosen

    def broken(self):
        """Links that lead nowhere."""
        return [
            f"{a.status} {a.path} (linked from {a.linked_from})" for a in self.answers.values()
            if a.status >= 400 or (300 <= a.status < 400 and not a.location)
        ]

    def pages(self):
        """The HTML pages among the answers."""
        return [a for a in self.answers.values() if a.type == "text/html" and a.status == 200]

    def worth_seeing(self, seen=None):
        """The pages that show a kind of element which no page of the same language showed before.

        `seen` carries what earlier crawls have shown, so a signed-in visitor adds only what is new.
        """
        seen = set() if seen is None else seen
        chosen = []
        for answer in self.pages():
            outline = Outline()
            outline.feed(answer.body.decode("utf-8"))
            language = answer.path.split("/")[1][:2]
            route = re.sub(r"^/(ro|en)", "", pattern(answer.path))
            room = "/".join(route.split("/")[:2])
            kinds = {(language, room, kind) for kind in outline.kinds}
            if not kinds <= seen:
                chosen.append(answer)
                seen |= kinds
        return chosen
