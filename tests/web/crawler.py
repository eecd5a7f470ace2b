"""A crawl over everything a browser can be sent: pages and their fragments, headers, cookies, refusals."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urlsplit
from zipfile import ZipFile

from werkzeug.test import TestResponse

from tests.web.browser import Browser

FRAGMENT = {"Accept": "text/html-fragment"}


@dataclass(frozen=True, slots=True)
class Seen:
    """All that one response told."""

    path: str
    status: int
    told: str


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if name in {"href", "src", "action"} and value]


def links_of(page: str) -> list[str]:
    """Return the addresses of this site that a page names."""
    parser = _Links()
    parser.feed(page)
    local = [urlsplit(link) for link in parser.found]
    return [link._replace(fragment="").geturl() for link in local if not link.netloc and link.path]


def told_by(browser: Browser, path: str, answer: TestResponse) -> Seen:
    """Return all that a response told: its body, its headers, and the cookie as its reader could decode it."""
    cookie = browser.client.get_cookie(browser.app.config["SESSION_COOKIE_NAME"])
    serializer = browser.app.session_interface.get_signing_serializer(browser.app)  # type: ignore[attr-defined]
    session = serializer.loads(cookie.value) if cookie else {}
    headers = [(name, value) for name, value in answer.headers if name != "Content-Length"]
    seen = Seen(path, answer.status_code, f"{text_of(answer)}\n{headers}\n{session}")
    answer.close()
    return seen


def text_of(answer: TestResponse) -> str:
    """Return the text of a body; of an archive, that of all its files."""
    if answer.mimetype != "application/zip":
        return answer.text
    with ZipFile(io.BytesIO(answer.data)) as archive:
        return "\n".join(archive.read(name).decode() for name in archive.namelist())


def crawl(browser: Browser, seeds: Iterable[str]) -> Iterator[Seen]:
    """Open the seeds and everything they lead to, as pages and as fragments."""
    waiting, known = list(seeds), set()
    while waiting:
        path = waiting.pop()
        if path in known:
            continue
        known.add(path)
        answer = browser.get(path)
        waiting += links_of(answer.text) if "html" in answer.content_type else []
        waiting += [answer.location] if answer.location else []
        yield told_by(browser, path, answer)
        if "html" in answer.content_type:
            yield told_by(browser, path, browser.get(path, headers=FRAGMENT))


def leaks(seen: Iterable[Seen], secrets: Callable[[str], frozenset[str]]) -> list[str]:
    """Name each word that was told where it may not be."""
    return sorted({f"{one.path}: {word}" for one in seen for word in secrets(one.path) if is_told(word, one.told)})


def is_told(word: str, told: str) -> bool:
    """Whether a word stands in a text as a word; a token may hold the same digits by chance."""
    return word in told and re.search(rf"(?<![\w-]){word}(?![\w-])", told) is not None
