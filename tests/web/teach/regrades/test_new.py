from __future__ import annotations

import csv
import io

import pytest
from sqlalchemy import update

from quizapp.attempts.models import Answer
from quizapp.disputes.models import Dispute
from quizapp.quizzes.models import Edition
from quizapp.regrading.models import Regrade, Remark
from quizapp.storage.database import db
from tests.small_bank import NOW
from tests.web.teach.regrades.conftest import DATE, MAY, Wronged, browser_of


def form(wronged: Wronged, **more: object) -> dict[str, object]:
    page = wronged.room.tess.get(f"{wronged.path}/new?policy=replace").text
    said = {"from": "1", "to": "2", "policy": "replace", "reason": "The key was wrong.", **more}
    return {"fingerprint": wronged.fingerprint(page), **said}


def test_a_teacher_sees_what_would_change_does_it_and_the_class_is_told(wronged: Wronged) -> None:
    tess, quiz = wronged.room.tess, wronged.room.quiz("first")
    page = tess.get(f"{wronged.path}/new").text
    assert "The answers to" in page  # what a teacher most likely wants is chosen already
    assert "Change 2 marks" in page
    page = tess.get(f"{wronged.path}/new?from=1&to=2&policy=replace").text
    assert "Change 3 marks" in page
    assert page.index("Cyd") < page.index("Ana")  # who would lose stands first
    done = tess.post(f"{wronged.path}/new", form(wronged, quiz=[str(quiz)]))
    assert done.status_code == 303
    shown = tess.get(done.location).text
    assert "3 answers judged anew. 3 scores changed; whoever it concerns is told. 1 quiz was published again." in shown
    assert "The key was wrong." in shown
    assert "Tess" in shown
    assert wronged.room.one(Edition, quiz_id=quiz, is_current=True).number == 2
    sheet = list(csv.reader(io.StringIO(tess.get(f"{done.location}/changes.csv").text.removeprefix("\ufeff"))))
    assert sheet[1] == ["Cyd", "4b", "The first quiz", "4 April 1949", "1", "0", "1", "right", "not right"]
    assert len(sheet) == 4
    again = tess.post(f"{wronged.path}/new", form(wronged) | {"fingerprint": "x"})
    assert "every score is already what it would become" in tess.get(again.location).text
    assert wronged.room.count(Regrade) == 1
    assert "3 marks changed, 2 up and 1 down" in tess.get(f"/teach/regrades/banks/{wronged.tess.bank}").text
    theo = wronged.room.theo
    assert theo.get(done.location).status_code == theo.get(f"{wronged.path}/new").status_code == 404


@pytest.mark.parametrize(
    ("more", "status", "said"),
    [
        ({"reason": " "}, 422, "Say why, in a sentence"),
        ({"reason": "x" * 501}, 422, "Use at most 500 characters; there are 501."),
        ({"fingerprint": "of yesterday"}, 409, "answers came in since you looked"),
        ({"from": "9"}, 422, "Choose a version that the question has."),
        ({"policy": "double"}, 422, "Choose what happens to the scores."),
    ],
)
def test_what_is_amiss_is_said_and_nothing_is_done(
    wronged: Wronged, more: dict[str, str], status: int, said: str
) -> None:
    refused = wronged.room.tess.post(f"{wronged.path}/new", form(wronged, **more))
    assert (refused.status_code, wronged.room.count(Regrade), wronged.room.count(Remark)) == (status, 0, 0)
    assert said in refused.text
    if "fingerprint" in more:
        assert "The key was wrong." in refused.text  # what was typed is kept


def test_an_objection_that_led_here_is_settled(wronged: Wronged) -> None:
    answer = wronged.tess.marks(DATE)[0][0]

    def objected() -> int:
        said = Dispute(answer_id=answer, words="It was May.", exact="", state="open", word="", made_at=NOW)
        db.session.add(said)
        db.session.flush()
        return said.id

    dispute = wronged.tess.doing(objected)
    page = wronged.room.tess.get(f"{wronged.path}/new?dispute_id={dispute}").text
    assert f'name="dispute_id" value="{dispute}"' in page
    wronged.room.tess.post(f"{wronged.path}/new", form(wronged, dispute_id=str(dispute)))
    settled = wronged.room.one(Dispute, id=dispute)
    assert (settled.state, settled.regrade_id) == ("upheld", wronged.room.one(Regrade).id)


def test_points_given_to_all_can_be_taken_back(wronged: Wronged) -> None:
    tess, (flags,) = wronged.room.tess, wronged.tess.ids(["flags.raised.multiple"])
    path = f"/teach/regrades/questions/{flags}/new"
    wronged.tess.doing(lambda: db.session.execute(update(Answer).values(points=0, verdict="wrong")))
    page = tess.get(path).text
    assert "There is one version only" in page
    refused = tess.post(path, {"policy": "replace", "reason": "Why not."})
    assert (refused.status_code, wronged.room.count(Regrade)) == (422, 0)
    said = {"policy": "give_all", "reason": "It was unclear.", "fingerprint": wronged.fingerprint(page)}
    done = tess.get(tess.post(path, said).location).text
    assert "all points were given to everybody who was asked version 1" in done
    back = done.split('judge the answers to version 1 <a href="')[1].split('"')[0].replace("&amp;", "&")
    page = tess.get(back).text
    assert "No mark would change" not in page
    said = {
        "policy": "replace",
        "from": "1",
        "to": "1",
        "reason": "It was clear.",
        "fingerprint": wronged.fingerprint(page),
    }
    assert "3 scores changed" in tess.get(tess.post(path, said).location).text


def test_the_desk_names_what_is_not_put_right_yet(wronged: Wronged, statements: list[str]) -> None:
    """A key is corrected, an objection upheld, and every mark is still what it was."""
    answer = wronged.tess.marks(DATE)[0][0]
    said = {"words": "It was May.", "exact": "", "state": "upheld", "word": "", "decided_at": NOW, "made_at": NOW}
    wronged.tess.doing(lambda: db.session.add(Dispute(answer_id=answer, **said)))
    desk = wronged.room.tess.get("/teach/").text
    assert f'href="{wronged.path}/new"' in desk
    assert "3 answers wait to be judged anew" in desk
    assert "1 objection upheld, not yet put right" in desk
    assert "To put right" not in wronged.room.theo.get("/teach/").text
    statements.clear()
    wronged.room.tess.get("/teach/")
    assert len(statements) <= 18
    wronged.room.tess.post(f"{wronged.path}/new", form(wronged))
    assert "To put right" not in wronged.room.tess.get("/teach/").text
    options = [{**one, "text": one["text"] + "?"} if not one["right"] else one
               for one in wronged.tess.content(DATE)["options"]]  # fmt: skip
    wronged.tess.correct(DATE, {"options": options})  # another wrong answer is offered, and no mark changes
    assert "To put right" not in wronged.room.tess.get("/teach/").text


def test_the_questions_page_calls_nothing_wrong_that_counts_as_right_now(wronged: Wronged) -> None:
    page = f"/teach/results/questions/{wronged.question_id}?version=1"
    assert f"2 of 3 chose “{MAY}”" in wronged.room.tess.get(page).text
    wronged.room.tess.post(f"{wronged.path}/new", form(wronged))
    after = wronged.room.tess.get(page).text
    assert f"chose “{MAY}”" not in after
    assert "1 of 3 chose “4 April 1949”" in after
    assert f'{MAY} <b class="right-ink">✓ full points now</b>' in after
    assert '4 April 1949 <span class="quiet">key when it was asked</span></th>' in after
    assert "✓ full points now" in wronged.room.tess.get(f"/teach/results/quizzes/{wronged.room.quiz('first')}").text


def test_a_learner_sees_the_old_score_and_the_new_and_why(wronged: Wronged) -> None:
    wronged.room.tess.post(f"{wronged.path}/new", form(wronged))
    app, attempt = wronged.room.app, wronged.attempts["Ana"]
    ana = browser_of(app, "Ana")
    for path in ("/", "/learn/history/"):
        told = ana.get(path).text
        assert "A score of yours has changed" in told
        assert f'(taken <time datetime="{NOW.isoformat(timespec="seconds")}"' in told  # which of several attempts
    result = ana.get(f"/learn/attempts/{attempt}/result").text
    assert "7 of 8 points before" in result
    assert "The key was wrong." in result
    explained = ana.get(f"/learn/attempts/{attempt}/answers/1").text
    assert "The question was corrected after you answered it" in explained
    assert MAY in explained
    for path in ("/", "/learn/history/"):
        assert "A score of yours has changed" not in ana.get(path).text
    assert "before: 88" in ana.get("/learn/history/").text
    teachers = wronged.room.tess.get(
        f"/teach/results/classes/{wronged.room.id}/learners/{wronged.room.person('ana')}/attempts/{attempt}"
    ).text
    assert "0 before" in teachers


def test_the_editor_offers_it_as_long_as_answers_wait(wronged: Wronged) -> None:
    editor = f"/teach/questions/{wronged.question_id}/edit"
    assert "3 answers were given before this change" in wronged.room.tess.get(editor).text
    wronged.room.tess.post(f"{wronged.path}/new", form(wronged))
    assert "were given before this change" not in wronged.room.tess.get(editor).text
    wronged.tess.correct(DATE, {**wronged.tess.content(DATE)})  # a change that judges nothing otherwise
    assert "were given before this change" not in wronged.room.tess.get(editor).text


def test_a_saved_key_leads_to_the_offer_before_it_leads_back(wronged: Wronged) -> None:
    quiz = wronged.room.quiz("first")
    typed = {
        "kind": "choice",
        "stem": "According to the article, when was the pact signed?",
        "right": "2",
        **{f"option-{number}-text": text for number, text in enumerate(("4 April 1949", "4 June 1949"), start=1)},
        "option-1-reason": "The sources do not say this.",
        "cite-1-document": "article",
        "cite-1-quote": "4 April 1949",
        "based-on": "2",
        "back": f"/teach/quizzes/{quiz}",
        "do": "save",
    }
    saved = wronged.room.tess.post(f"/teach/questions/{wronged.question_id}/edit", typed)
    assert saved.location == f"/teach/questions/{wronged.question_id}/edit?back=/teach/quizzes/{quiz}"
    page = wronged.room.tess.get(saved.location).text
    assert "3 answers were given before this change" in page
    assert "Back to the quiz" in page


def test_quizzes_that_ask_an_older_version_are_published_again_by_themselves(wronged: Wronged) -> None:
    tess, quiz = wronged.room.tess, wronged.room.quiz("first")
    nothing = tess.post(f"{wronged.path}/republish", {})
    assert "No quiz was ticked" in tess.get(nothing.location).text
    done = tess.post(f"{wronged.path}/republish", {"quiz": str(quiz)})
    assert "1 quiz was published again." in tess.get(done.location).text
    assert wronged.room.one(Edition, quiz_id=quiz, is_current=True).number == 2
    assert tess.post(f"{wronged.path}/republish", {"quiz": str(wronged.room.quiz("exam"))}).status_code == 404
