from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import func, select

from quizapp.app import create_app
from quizapp.attempts.models import Answer, Attempt
from quizapp.cli.seeded_school import course_sizes
from quizapp.quizzes.models import Edition
from quizapp.storage.database import db
from tests.cli.commands import command
from tests.conftest import settings_for


def test_answers_are_spread_over_courses_and_one_big_quiz() -> None:
    assert course_sizes(20_000, 0) == [[250, 250], [250, 250]]
    assert course_sizes(31_000, 6_000) == [[250, 250], [250, 250], [250], [300]]
    assert course_sizes(400, 400) == [[20]]
    assert course_sizes(50, 0) == [[3]]


@pytest.mark.sqlite_only
def test_an_empty_installation_is_filled_once(database_url: str, tmp_path: Path) -> None:
    seed = command(tmp_path, database_url, "seed-answers")

    assert "--big is a part" in seed("--answers", "20", "--big", "40").stderr
    done = seed("--answers", "300", "--big", "200")
    assert done.exit_code == 0, done.stderr
    assert "300 answers in" in done.stdout
    app = create_app(settings_for(tmp_path, database_url))
    with app.app_context():
        taken = select(Edition.quiz_id, func.count()).join(Attempt, Attempt.edition_id == Edition.id)
        assert sorted(row[1] for row in db.session.execute(taken.group_by(Edition.quiz_id))) == [5, 10]
        verdicts = Counter(db.session.scalars(select(Answer.verdict)))
        db.engine.dispose()
    assert verdicts.total() == 300
    assert verdicts["right"] > verdicts["wrong"] > verdicts["unanswered"]
    for arguments, said in (((), "There are people in this installation"), (("--throwaway",), "seeded before")):
        again = seed("--answers", "300", *arguments)
        assert (again.exit_code, said in again.stderr) == (1, True)
