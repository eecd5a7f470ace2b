from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.banks.models import Citation, Question, QuestionTag, QuestionVersion
from quizapp.storage.database import db
from tests.teachers_bank import TeachersBank
from tests.web.browser import Browser
from tests.web.teach.questions.conftest import fields_of, id_of

PLACE, DATE = "pact.place.short_text", "pact.date.choice"
STEM = "In which city did the twelve states sign the pact?"


@pytest.fixture
def address(mended: TeachersBank) -> str:
    return f"/teach/questions/{mended.questions[PLACE]}/edit"


def versions(app: Flask, question: int) -> list[QuestionVersion]:
    with app.app_context():
        query = select(QuestionVersion).where(QuestionVersion.question_id == question).order_by(QuestionVersion.number)
        return list(db.session.scalars(query))


def state(app: Flask, question: int) -> str:
    with app.app_context():
        return db.session.get_one(Question, question).state


def sent(browser: Browser, address: str, **fields: str) -> dict[str, str]:
    return {**fields_of(browser.get(address).text), **fields}


def test_a_change_is_a_version_with_its_author(app: Flask, tess: Browser, mended: TeachersBank, address: str) -> None:
    answer = tess.post(address, sent(tess, address, stem=f"  {STEM} ", tags="Pact,  two  words", do="save"))
    assert answer.status_code == 303
    assert "Saved as version 2; it is a draft." in tess.get(answer.location).text
    first, second = versions(app, mended.questions[PLACE])
    assert (first.stem, first.author_id) == ("Where was the pact signed?", None)
    assert second.stem == STEM
    with app.app_context():
        assert second.author_id == id_of("tess")
        assert db.session.scalars(select(QuestionTag.tag).order_by(QuestionTag.tag)).all() == ["pact", "two words"]
        cited = db.session.scalars(select(Citation.role).where(Citation.version_id == second.id)).all()
    assert sorted(cited) == ["key", "part"]


def test_accepting_leads_back_to_the_review_it_came_from(
    app: Flask, tess: Browser, mended: TeachersBank, address: str
) -> None:
    back = f"/teach/banks/{mended.id}/review?kind=short_text&after=3"
    answer = tess.post(address, sent(tess, address, stem=STEM, do="accept", back=back))
    assert answer.location == back
    assert state(app, mended.questions[PLACE]) == "accepted"
    foreign = sent(tess, address, do="accept", back="//example.org/teach/banks/1/review")
    assert tess.post(address, foreign).location == address


def test_a_blocking_rule_keeps_it_from_being_accepted_but_not_from_being_saved(
    app: Flask, tess: Browser, mended: TeachersBank, address: str
) -> None:
    fields = sent(tess, address, stem="Was it in Lagoon City that the pact was signed?")
    refused = tess.post(address, {**fields, "do": "accept"})
    assert refused.status_code == 422
    assert "Nothing was saved yet" in refused.text
    assert "Was it in Lagoon City" in refused.text
    assert len(versions(app, mended.questions[PLACE])) == 1
    assert tess.post(address, {**fields, "do": "save"}).status_code == 303
    assert state(app, mended.questions[PLACE]) == "draft"


def test_an_accepted_question_that_breaks_a_rule_is_a_draft_again_and_says_why(
    app: Flask, tess: Browser, mended: TeachersBank, address: str
) -> None:
    tess.post(address, sent(tess, address, do="accept"))
    assert state(app, mended.questions[PLACE]) == "accepted"
    fields = sent(tess, address, stem="Was it in Lagoon City that the pact was signed?", do="save")
    answer = tess.post(address, fields)
    assert "It is a draft again, because of this: " in tess.get(answer.location).text
    assert state(app, mended.questions[PLACE]) == "draft"


def test_a_warning_wants_a_reason_before_accepting(app: Flask, tess: Browser, mended: TeachersBank) -> None:
    address = f"/teach/questions/{mended.questions[DATE]}/edit"
    refused = tess.post(address, sent(tess, address, do="accept"))
    assert refused.status_code == 422
    assert "Say why it may stand, or mend it." in refused.text
    answer = tess.post(address, sent(tess, address, do="accept", **{"reason-W24": "The class reads one article."}))
    assert answer.status_code == 303
    assert state(app, mended.questions[DATE]) == "accepted"
    assert versions(app, mended.questions[DATE])[-1].overrides == {"W24": "The class reads one article."}


def test_words_that_the_document_does_not_hold_are_refused_beside_their_field(
    app: Flask, tess: Browser, mended: TeachersBank, address: str
) -> None:
    answer = tess.post(address, sent(tess, address, **{"cite-1-quote": "signed on the moon", "do": "save"}))
    assert answer.status_code == 422
    assert 'id="cite-1-quote-error"' in answer.text
    assert "does not hold the words “signed on the moon”. Copy the words exactly" in answer.text
    assert len(versions(app, mended.questions[PLACE])) == 1


def test_quotes_are_kept_as_the_document_has_them(
    app: Flask, tess: Browser, mended: TeachersBank, address: str
) -> None:
    fields = sent(tess, address, **{"cite-1-quote": "signed on  4 April\n1949 in Lagoon City", "do": "save"})
    tess.post(address, fields)
    with app.app_context():
        newest = versions(app, mended.questions[PLACE])[-1]
        quotes = select(Citation.exact).where(Citation.version_id == newest.id, Citation.role == "key")
        assert db.session.scalars(quotes).all() == ["signed on 4 April 1949 in Lagoon City"]


@pytest.mark.parametrize(
    ("key", "fields", "message"),
    [
        ("pact.states.number", {"value": "a dozen"}, "Write a plain number, such as 12 or 3.5."),
        ("pact.date.date", {"value": "in spring"}, "Write a date, such as 4 April 1949, March 1952 or 1952."),
        ("congresses.second.true_false", {"key": ""}, "Say whether the statement is true or false."),
        ("pact.place.short_text", {"accept": " "}, "At least one answer must be accepted."),
        ("pact.place.short_text", {"stem": ""}, "The question has no words yet."),
        ("signers.ben.cloze", {"stem": "Ben came from Brolin."}, "exactly one gap"),
        ("pact.date.choice", {"right": ""}, "No option is said to be right"),
        ("pact.place.short_text", {"tags": "x" * 41}, "of at most 40 characters"),
        ("pact.place.short_text", {"source": "A book"}, "It cites a document, so that is its source"),
        ("pact.place.short_text", {"cite-1-quote": ""}, "Cite a passage of a document, or name the source"),
    ],
)
def test_what_cannot_be_saved_is_said_and_kept(
    app: Flask, tess: Browser, mended: TeachersBank, key: str, fields: dict[str, str], message: str
) -> None:
    address = f"/teach/questions/{mended.questions[key]}/edit"
    sending = {**sent(tess, address, explanation="Kept as typed, for all to see."), **fields, "do": "save"}
    answer = tess.post(address, sending)
    assert answer.status_code == 422
    assert message in answer.text
    assert "Kept as typed, for all to see." in answer.text
    assert len(versions(app, mended.questions[key])) == 1


def test_without_its_sessions_token_what_was_typed_is_kept(
    app: Flask, tess: Browser, mended: TeachersBank, address: str
) -> None:
    answer = tess.post_without_token(address, {**sent(tess, address, stem=STEM), "csrf_token": "x", "do": "save"})
    assert answer.status_code == 400
    assert STEM in answer.text
    assert len(versions(app, mended.questions[PLACE])) == 1


def test_the_second_of_two_editors_sees_both_wordings_and_decides(
    app: Flask, tess: Browser, mended: TeachersBank, address: str
) -> None:
    first, second = sent(tess, address, stem=STEM, do="save"), sent(tess, address, stem="Mine: where?", do="save")
    tess.post(address, first)
    answer = tess.post(address, second)
    assert answer.status_code == 409
    assert "Tess saved this question while you were editing it" in answer.text
    assert STEM in answer.text
    assert "Mine: where?" in answer.text
    assert len(versions(app, mended.questions[PLACE])) == 2
    assert tess.post(address, {**second, "based-on": "2"}).status_code == 303
    assert versions(app, mended.questions[PLACE])[-1].stem == "Mine: where?"


# --- buttons of the form, without a script ---


def test_rows_are_added_taken_out_and_moved(tess: Browser, mended: TeachersBank) -> None:
    address = f"/teach/questions/{mended.questions[DATE]}/edit"
    page = tess.post(address, sent(tess, address, do="add:option")).text
    assert 'id="option-4-text"' in page
    fields = fields_of(tess.post(address, sent(tess, address, do="up:option:2")).text)
    assert (fields["option-1-text"], fields["option-2-text"], fields["right"]) == ("4 May 1949", "4 April 1949", "2")
    fields = fields_of(tess.post(address, sent(tess, address, do="remove:option:2")).text)
    assert (fields["option-1-text"], fields["option-2-text"]) == ("4 April 1949", "4 June 1949")
    for nonsense in ("add:nothing", "remove:option:99", "up:option:x", "use:7", "take", "read:-1", "x"):
        assert tess.post(address, sent(tess, address, do=nonsense)).status_code == 200


def test_the_kind_is_changed_with_what_it_holds(app: Flask, tess: Browser, mended: TeachersBank) -> None:
    address = f"/teach/questions/{mended.questions[DATE]}/edit"
    page = tess.post(address, sent(tess, address, kind="short_text", do="kind")).text
    fields = fields_of(page)
    assert fields["accept"] == "4 April 1949"
    assert (fields["wrong-1-text"], fields["wrong-1-quote"]) == ("4 May 1949", "4 May 1949")
    assert tess.post(address, {**fields, "do": "save"}).status_code == 303
    newest = versions(app, mended.questions[DATE])[-1]
    assert (newest.kind, newest.content["accept"]) == ("short_text", ["4 April 1949"])
    fields = fields_of(tess.post(address, sent(tess, address, kind="choice", do="kind")).text)
    assert (fields["option-1-text"], fields["right"], fields["option-2-text"]) == ("4 April 1949", "1", "4 May 1949")


def test_a_sentence_is_found_and_cited(tess: Browser, mended: TeachersBank, address: str) -> None:
    page = tess.post(address, sent(tess, address, find="congress 1952", do="find")).text
    assert "1 sentence holds these words" in page
    assert "The second congress met in 1952." in page
    start = page.partition('value="article:')[2].partition('"')[0]
    fields = sent(tess, address, place=f"article:{start}", target="wrong-1", do="take")
    fields = fields_of(tess.post(address, fields).text)
    assert fields["wrong-1-quote"] == "The second congress met in 1952."


def test_selected_words_are_cited_and_widened_where_they_stand_twice(
    tess: Browser, mended: TeachersBank, address: str
) -> None:
    from tests.small_bank import ARTICLE

    at = ARTICLE.index("congress met in 1952")
    page = tess.post(address, sent(tess, address, selected=f"article:{at}-{at + 8}", target="cite-1", do="take")).text
    assert "more of their sentence was taken" in page
    assert fields_of(page)["cite-1-quote"] == "The second congress met in 1952."
    at = ARTICLE.index("Lagoon City")
    chosen = sent(tess, address, selected=f"article:{at + 2}-{at + 9}", target="cite-1", do="take")
    assert fields_of(tess.post(address, chosen).text)["cite-1-quote"] == "Lagoon City"


def test_wrong_answers_are_suggested_and_taken(tess: Browser, mended: TeachersBank) -> None:
    address = f"/teach/questions/{mended.questions['pact.states.number']}/edit"
    page = tess.post(address, sent(tess, address, do="suggest")).text
    assert "Wrong answers to choose from" in page
    offer = page.partition('name="offer-1" value="')[2].partition('"')[0]
    assert offer
    fields = sent(tess, address, do="use:1", **{"offer-1": offer})
    assert offer in fields_of(tess.post(address, fields).text).values()
