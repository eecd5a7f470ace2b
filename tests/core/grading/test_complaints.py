from __future__ import annotations

from decimal import Decimal

import pytest

from quizapp.core.grading import MisfitResponse, TypedPart, UnreadableAnswer, complaint, grade, read_response
from quizapp.core.kinds import Chosen, Cloze, Content, Date, Number, PartialDate, ShortText, Typed

TYPED: list[Content] = [ShortText(("NATO",)), Cloze(("NATO",)), Number(Decimal(1)), Date(PartialDate(1949))]


@pytest.mark.parametrize("content", TYPED)
def test_a_very_long_text_is_asked_for_again(content: Content) -> None:
    sentence = "Write at most 500 characters."
    assert complaint(content, Typed("1" * 501)) == sentence
    assert grade(content, Typed("1" * 501)).matched == TypedPart(unread=sentence)
    with pytest.raises(UnreadableAnswer, match=sentence):
        read_response(content, "1" * 501)


@pytest.mark.parametrize("content", TYPED)
def test_a_response_of_another_kind_is_refused(content: Content) -> None:
    assert complaint(content, Chosen(0)) == "Write your answer."
    with pytest.raises(MisfitResponse):
        grade(content, Chosen(0))


@pytest.mark.parametrize("content", TYPED[:2])
def test_any_words_can_be_marked(content: Content) -> None:
    assert complaint(content, Typed("anything")) is None
    assert read_response(content, "  anything ") == Typed("anything")
    assert read_response(content, "   ") is None
