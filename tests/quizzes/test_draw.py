import pytest
from flask import Flask

from quizapp.banks.queries.drafts import drafts_of
from quizapp.banks.queries.search import QuestionFilter
from quizapp.core.generation.lint import lint_quiz
from quizapp.quizzes.queries.draw import DrawWish, drawn_questions
from tests.composing import Teacher
from tests.many_questions import make_bank_of


def draw(tess: Teacher, wish: DrawWish, held: tuple[int, ...] = ()) -> list[int]:
    return tess.reading(lambda: drawn_questions(tess.bank, wish, held=held))


def keys(tess: Teacher, ids: list[int]) -> list[str]:
    return tess.reading(lambda: [draft.id for draft in drafts_of(ids).values()])


def test_a_hand_of_a_small_bank_asks_each_slot_once(tess: Teacher) -> None:
    found = draw(tess, DrawWish(20))
    drafts = tess.reading(lambda: list(drafts_of(found).values()))
    assert len({draft.slot for draft in drafts}) == len(drafts) == 8
    assert [row.rule for row in tess.reading(lambda: lint_quiz(drafts))] == []


def test_the_same_number_draws_the_same_and_another_draws_others(tess: Teacher) -> None:
    hands = [draw(tess, DrawWish(3, number=number)) for number in (1, 1, 2, 3, 4)]
    assert hands[0] == hands[1]
    assert len({tuple(hand) for hand in hands}) > 1


def test_only_what_is_accepted_and_wanted_is_drawn(tess: Teacher) -> None:
    [retired] = tess.ids(["signers.ben.cloze"])
    tess.set_state(retired, "retired")
    assert retired not in draw(tess, DrawWish(20))
    assert keys(tess, draw(tess, DrawWish(5, QuestionFilter(kind="ordering")))) == ["congresses.order.ordering"]
    paper = draw(tess, DrawWish(20, QuestionFilter(text="pact")))
    assert {key.split(".")[0] for key in keys(tess, paper)} == {"pact"}


def test_what_is_held_is_neither_drawn_again_nor_in_another_form(tess: Teacher) -> None:
    held = tess.ids(["pact.date.date", "pact.place.short_text"])
    found = keys(tess, draw(tess, DrawWish(20), tuple(held)))
    assert not {"pact.date.date", "pact.date.choice", "pact.place.short_text"} & set(found)
    assert len(found) == 6


@pytest.mark.sqlite_only
def test_a_large_bank_takes_as_few_statements_as_a_small_one(app: Flask, tess: Teacher, statements: list[str]) -> None:
    counts = []
    for size in (100, 2000):
        bank = tess.doing(lambda size=size: make_bank_of(size, None, slug=f"many-{size}", facts=size // 4))
        statements.clear()
        found = tess.reading(lambda bank=bank: drawn_questions(bank, DrawWish(10)))
        counts.append((len(found), len(statements)))
    assert counts[0] == counts[1]


def test_only_those_among_which_are_drawn(tess: Teacher) -> None:
    some = frozenset(tess.ids(["signers.ben.cloze", "flags.raised.multiple"]))
    assert set(draw(tess, DrawWish(5, among=some))) == some
    assert draw(tess, DrawWish(5, among=frozenset())) == []
