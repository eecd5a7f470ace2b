from quizapp.banks.operations import make_bank
from quizapp.banks.queries.search import QuestionFilter, ids_of_questions
from quizapp.quizzes.queries import documents_of_bank
from quizapp.storage.transaction import transaction
from tests.small_bank import NOW
from tests.web.teach.quizzes.conftest import Desk

HONEST = {"title": "Lagoons", "how": "draw", "count": "5"}


def test_two_clicks_make_a_quiz_of_drawn_questions(tess: Desk) -> None:
    bank = tess.teacher.bank
    page = tess.browser.get(f"/teach/quizzes/new?bank_id={bank}").text
    assert 'value="A small bank"' in page, "the title is there already"
    answer = tess.browser.post("/teach/quizzes/", {**HONEST, "bank_id": bank})
    quiz = int(answer.location.rpartition("/")[2].partition("?")[0])
    text = tess.follow(answer)
    assert "<h1>Lagoons</h1>" in text
    assert len(tess.teacher.order(quiz)) == 5
    tess.send(quiz, "/publish")
    assert tess.teacher.composer(quiz).state == "published"


def test_choosing_by_hand_leads_to_the_bank(tess: Desk) -> None:
    answer = tess.browser.post("/teach/quizzes/", {**HONEST, "how": "choose", "bank_id": tess.teacher.bank})
    assert "<h1>Choose questions</h1>" in tess.follow(answer)


def test_fewer_than_were_wished_are_told(tess: Desk) -> None:
    answer = tess.browser.post("/teach/quizzes/", {**HONEST, "count": "40", "bank_id": tess.teacher.bank})
    assert "so 8 were drawn" in tess.follow(answer)


def test_what_is_amiss_is_said_and_nothing_is_made(tess: Desk) -> None:
    fields = {"title": " ", "count": "none", "bank_id": "", "how": "draw"}
    answer = tess.browser.post("/teach/quizzes/", fields)
    assert answer.status_code == 422
    for words in ("Give the quiz a title", "Write how many questions to draw", "Choose the bank that the questions"):
        assert words in answer.text
    answer = tess.browser.post("/teach/quizzes/", {**HONEST, "bank_id": tess.teacher.bank, "title": "x" * 121})
    assert (answer.status_code, "Use at most 120 characters; these are 121." in answer.text) == (422, True)
    assert "x" * 121 in answer.text
    assert "No quiz yet" in tess.browser.get("/teach/quizzes/").text


def test_without_the_sessions_token_nothing_is_made_and_the_title_stays(tess: Desk) -> None:
    answer = tess.browser.post_without_token("/teach/quizzes/", {**HONEST, "bank_id": tess.teacher.bank})
    assert answer.status_code == 400
    assert 'value="Lagoons"' in answer.text
    assert "No quiz yet" in tess.browser.get("/teach/quizzes/").text


def test_a_bank_without_accepted_questions_says_what_to_do(tess: Desk) -> None:
    for question in tess.teacher.ids(key for key in QUESTIONS):
        tess.teacher.set_state(question, "draft")
    text = tess.browser.get(f"/teach/quizzes/new?bank_id={tess.teacher.bank}").text
    assert "This bank has no accepted question yet; 9 drafts wait for your review." in text


def test_another_teachers_bank_is_not_there(tess: Desk) -> None:
    assert tess.browser.post("/teach/quizzes/", {**HONEST, "bank_id": 987654}).status_code == 404


QUESTIONS = (
    *("pact.date.choice", "pact.date.date", "pact.place.short_text", "pact.states.number", "signers.ben.cloze"),
    *("congresses.second.true_false", "flags.raised.multiple", "signers.all.matching", "congresses.order.ordering"),
)


def cited(tess: Desk, document: int) -> set[int]:
    """The accepted questions of the bank that cite a document."""
    wanted = QuestionFilter(document_id=document, state="accepted")
    return set(tess.teacher.reading(lambda: ids_of_questions(tess.teacher.bank, wanted)))


def test_she_chooses_the_documents_to_draw_from(tess: Desk) -> None:
    bank = tess.teacher.bank
    documents = dict(tess.teacher.reading(lambda: documents_of_bank(bank)))
    chosen = min(documents, key=lambda one: len(cited(tess, one)))
    page = tess.browser.get(f"/teach/quizzes/new?bank_id={bank}").text
    assert all(f'name="document_id" value="{document}"> <span>{documents[document]}' in page for document in documents)
    answer = tess.browser.post("/teach/quizzes/", {**HONEST, "bank_id": bank, "document_id": chosen, "count": "9"})
    quiz = int(answer.location.rpartition("/")[2].partition("?")[0])
    drawn = set(tess.teacher.order(quiz))
    assert drawn
    assert drawn <= cited(tess, chosen)
    assert "What you chose has" in tess.follow(answer)


def test_documents_of_another_bank_are_refused_and_those_of_this_one_are_shown(tess: Desk) -> None:
    answer = tess.browser.post("/teach/quizzes/", {**HONEST, "bank_id": tess.teacher.bank, "document_id": "987654"})
    assert (answer.status_code, "tick those to draw from, or none for all" in answer.text) == (422, True)
    assert 'name="document_id"' in answer.text
    assert "No quiz yet" in tess.browser.get("/teach/quizzes/").text


def test_the_documents_of_the_bank_that_was_chosen_are_shown_without_a_script(tess: Desk) -> None:
    with tess.browser.app.app_context(), transaction():
        make_bank(tess.teacher.id, "Another", NOW)
    assert 'name="document_id"' not in tess.browser.get("/teach/quizzes/new").text
    fields = {**HONEST, "title": "", "bank_id": tess.teacher.bank, "act": "documents"}
    answer = tess.browser.post("/teach/quizzes/", fields)
    assert (answer.status_code, 'name="document_id"' in answer.text) == (200, True)
    assert "Give the quiz a title" not in answer.text
