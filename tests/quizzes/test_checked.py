from quizapp.quizzes.queries import Checked, checked, composer
from quizapp.quizzes.queries.coverage import DocumentCovered
from tests.composing import Teacher
from tests.small_bank import IN_ORDER


def look(tess: Teacher, quiz: int) -> Checked:
    return tess.reading(lambda: checked(composer(quiz, tess.id)))


def test_a_quiz_is_checked_with_its_kinds_and_what_it_covers(tess: Teacher) -> None:
    found = look(tess, tess.begin(IN_ORDER))
    assert found.may_publish
    assert found.kinds == tuple(
        (kind, 1)
        for kind in ("choice", "multiple", "true_false", "short_text", "number", "cloze", "matching", "ordering")
    )
    article, paper = found.coverage.documents
    assert article == DocumentCovered(article.document_id, "the article", 4, (0, 1, 2, 3))
    assert (paper.title, paper.paragraphs, paper.asked) == ("the paper", 1, ())
    assert (found.coverage.facts_asked, found.coverage.facts) == (4, 4)


def test_what_is_not_asked_is_not_covered(tess: Teacher) -> None:
    found = look(tess, tess.begin(["signers.ben.cloze"]))
    assert [document.asked for document in found.coverage.documents] == [(1,), ()]
    assert found.coverage.facts_asked == 1


def test_a_retired_question_stops_it_and_an_empty_quiz_does(tess: Teacher) -> None:
    quiz = tess.begin(IN_ORDER[:2])
    tess.set_state(tess.order(quiz)[1], "retired")
    assert [(one.name, one.numbers) for one in look(tess, quiz).checks if one.level == "stops"] == [("waiting", (2,))]
    assert not look(tess, quiz).may_publish
    assert not look(tess, tess.begin([])).may_publish


def test_alternatives_are_told_and_stop_nothing(tess: Teacher) -> None:
    found = look(tess, tess.begin(["pact.date.choice", "pact.date.date"]))
    assert found.may_publish
    assert "alternatives" in {one.name for one in found.checks}


def test_as_many_statements_for_one_question_as_for_eight(tess: Teacher, statements: list[str]) -> None:
    counts = []
    for keys in (IN_ORDER[:1], IN_ORDER):
        quiz = tess.begin(keys)
        statements.clear()
        look(tess, quiz)
        counts.append(len(statements))
    assert counts[0] == counts[1]
