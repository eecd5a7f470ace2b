"""Taking a quiz of the small bank by its pages, rightly or wrongly."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import Any

from werkzeug.test import TestResponse

from tests.web.browser import Browser

# What is right, by stem, in words: the order in which options are shown is drawn.
RIGHT = {
    "According to the article, when was the pact signed?": ["4 April 1949"],
    "According to the article, on what date was the pact signed?": "April 4th, 1949",
    "Where was the pact signed?": "lagoon city",
    "How many states signed the pact?": "twelve",
    "Ben came from ____.": "Brolin",
    "The second congress met in 1953.": ["False"],
    "Which states raised a flag? Tick every one.": ["Avalon", "Brolin"],
    "Match each signer with the state.": {"Ana": "Avalon", "Ben": "Brolin", "Cyd": "Corin"},
    "Put the congresses in order.": {"Founding": "1", "Middle": "2", "Closing": "3"},
}


@dataclass(frozen=True, slots=True)
class Taking:
    """One attempt in one browser."""

    browser: Browser
    path: str  # of the attempt

    def question(self, number: int) -> TestResponse:
        """Open a question."""
        return self.browser.get(f"{self.path}/questions/{number}")

    def send(self, number: int, fields: dict[str, Any], **options: Any) -> TestResponse:
        """Send an answer with what its page carries."""
        carried = hidden(self.question(number).text)
        return self.browser.post(f"{self.path}/questions/{number}", {**carried, **fields}, **options)

    def right(self, number: int) -> dict[str, Any]:
        """Return the fields of the right answer."""
        page = self.question(number).text
        return fields_for(page, RIGHT[stem_of(page)])

    def answer(self, number: int, *, rightly: bool = True) -> TestResponse:
        """Answer a question."""
        return self.send(number, self.right(number) if rightly else self.wrong(number))

    def wrong(self, number: int) -> dict[str, Any]:
        """Return the fields of an answer that is not wholly right."""
        fields = self.right(number)
        if "text" in fields:
            return {"text": "1900"}
        if "chosen" in fields:
            return {"chosen": next(str(place) for place in (1, 2, 3, 4) if str(place) not in fields["chosen"])}
        names = list(fields)
        return {**fields, names[0]: fields[names[1]], names[1]: fields[names[0]]}


def take(browser: Browser, title: str) -> Taking:
    """Start a quiz from the shelf."""
    cover = quiz_path(browser, title)
    response = browser.post(f"{cover}/start", {"name": "Gus"})
    assert response.status_code == 303, response.text
    return Taking(browser, response.location)


def quiz_path(browser: Browser, title: str) -> str:
    """Return the address of the quiz with this title."""
    found = re.search(rf'<a href="([^"]+)">The {title} quiz</a>', browser.get("/").text)
    assert found, title
    return found[1]


def stem_of(page: str) -> str:
    """Return the stem as a reader sees it."""
    found = re.search(r'class="stem[^"]*"[^>]*>(.*?)</(?:legend|h1|p)>', page, re.S)
    assert found, page
    return unescape(re.sub(r"<[^>]+>", "", re.sub(r"<input[^>]*>", "____", found[1]))).strip()


def hidden(page: str) -> dict[str, str]:
    """Return the hidden fields of a question's form, its token of the session aside."""
    pairs = re.findall(r'<input type="hidden" name="([\w-]+)" value="([^"]*)">', page)
    return {name: unescape(value) for name, value in pairs if name != "csrf_token"}


def fields_for(page: str, answer: str | list[str] | dict[str, str]) -> dict[str, Any]:
    """Return the fields that say an answer given in words."""
    if isinstance(answer, str):
        return {"text": answer}
    if isinstance(answer, list):
        return {"chosen": [position(page, r'value="(\d+)"[^>]*><span>', text) for text in answer]}
    fields = {}
    for name, label in re.findall(r'<label for="((?:place|matched)-\d+)">([^<]+)</label>', page):
        wanted = answer[unescape(label)]
        fields[name] = wanted if name.startswith("place") else position(page, r'<option value="(\d+)"[^>]*>', wanted)
    return fields


def position(page: str, before: str, text: str) -> str:
    """Return where a text stands among what is offered."""
    found = re.search(before + re.escape(text) + "<", page)
    assert found, text
    return found[1]
