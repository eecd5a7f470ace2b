"""Whether the server answers."""

from __future__ import annotations

from tests.web.browser import Browser


def test_it_answers_and_asks_the_database_nothing(visitor: Browser, statements: list[str]) -> None:
    response = visitor.get("/healthz")
    assert (response.status_code, response.text) == (200, "ok\n")
    assert response.mimetype == "text/plain"
    assert statements == []
