import pytest

from quizapp.quizzes import operations
from quizapp.quizzes.queries.own import OwnPage, askable_banks, own_quizzes
from tests.composing import Teacher
from tests.small_bank import IN_ORDER


def page(tess: Teacher, **options: object) -> OwnPage:
    return tess.reading(lambda: own_quizzes(tess.id, **options))  # type: ignore[arg-type]


def test_each_quiz_says_how_it_stands(tess: Teacher, theo: Teacher) -> None:
    theo.begin(title="Not hers")
    for number, title in enumerate(("Composed", "Published", "Changed")):
        tess.wait(minutes=1)
        quiz = tess.begin(IN_ORDER[: number + 1], title=title)
        if number:
            tess.publish(quiz)
        if number == 2:
            tess.offer(quiz, "link")
            tess.reword(tess.order(quiz)[2], "How many states signed it?")
    away = tess.begin(title="Away")
    tess.doing(lambda: operations.archive_quiz(away, tess.id, now=tess.now))
    found = page(tess)
    assert [(one.title, one.state, one.edition_number, one.audience, one.question_count) for one in found.entries] == [
        ("Changed", "changed", 1, "link", 3),
        ("Published", "published", 1, "classes", 2),
        ("Composed", "composed", None, "classes", 1),
    ]
    assert (found.total, found.archived) == (3, 1)
    assert [one.title for one in page(tess, archived=True).entries] == ["Away"]


def test_a_list_is_paged_and_takes_as_many_statements_for_three(
    tess: Teacher, statements: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = []
    for number in (1, 2, 3):
        tess.publish(tess.begin(IN_ORDER[:2], title=f"Quiz {number}"))
        statements.clear()
        assert len(page(tess).entries) == number
        counts.append(len(statements))
    assert counts == [4, 4, 4]
    monkeypatch.setattr("quizapp.quizzes.queries.own.PAGE_SIZE", 2)
    assert [one.title for one in page(tess, page=9).entries] == ["Quiz 1"]
    assert (page(tess, page=2).page, page(tess, page=2).pages) == (2, 2)


def test_banks_to_ask_from_count_what_is_accepted(tess: Teacher) -> None:
    first, second = tess.ids(IN_ORDER[:2])
    tess.set_state(first, "draft")
    tess.set_state(second, "retired")
    [bank] = tess.reading(lambda: askable_banks(tess.id))
    assert (bank.bank_id, bank.title, bank.accepted, bank.waiting) == (tess.bank, "A small bank", 7, 1)
