"""Reading a question's form, whatever was sent."""

from __future__ import annotations

import pytest
from werkzeug.datastructures import MultiDict

from quizapp.attempts.given import Given
from quizapp.web.learn.attempts.forms import read_answer


def form(*fields: tuple[str, str]) -> MultiDict[str, str]:
    return MultiDict(fields)


def test_options_are_positions() -> None:
    assert read_answer(form(("chosen", "3"), ("chosen", "1"))).given == Given(chosen=(3, 1))


def test_rows_keep_their_number_however_they_are_sent() -> None:
    sent = form(("place-2", "1"), ("place-1", "3"), ("place-3", ""))
    assert read_answer(sent).given == Given(places=(3, 1, None))
    assert read_answer(form(("matched-1", "2"), ("matched-2", ""))).given == Given(matched=(2, None))


@pytest.mark.parametrize("value", ["", "-1", "1.5", "one", "²", "1" * 10, "1 2"])
def test_what_is_no_position_is_none(value: str) -> None:
    assert read_answer(form(("chosen", value), ("place-1", value))).given == Given(places=(None,))


def test_text_is_kept_as_typed_whatever_its_length() -> None:
    assert read_answer(form(("text", "  4 April "))).given.text == "  4 April "
    assert len(read_answer(form(("text", "x" * 9000))).given.text) == 9000


def test_the_token_is_the_one_sent_else_a_fresh_one() -> None:
    assert read_answer(form(("token", "abc"))).token == "abc"
    unusable = ("", "x" * 65, "nul\0", "é")
    fresh = {read_answer(form()).token, *(read_answer(form(("token", token))).token for token in unusable)}
    assert len(fresh) == 5
    assert not fresh & set(unusable)
    assert all(len(token) > 15 for token in fresh)


def test_revision_and_sureness_are_read() -> None:
    read = read_answer(form(("revision", "4"), ("sure", "no")))
    assert (read.revision, read.sure) == (4, False)
    assert read_answer(form(("sure", "yes"))).sure is True
    read = read_answer(form(("revision", "x"), ("sure", "perhaps")))
    assert (read.revision, read.sure) == (0, None)


def test_asking_to_be_shown_is_read() -> None:
    assert read_answer(form(("skip", "1"))).skip
    assert not read_answer(form(("chosen", "1"))).skip
