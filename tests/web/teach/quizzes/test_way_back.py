from quizapp.banks.queries.drafts import drafts_of
from tests.teachers_bank import make_teachers_bank
from tests.web.teach.quizzes.conftest import Desk


def test_the_editor_leads_back_to_the_quiz_it_was_opened_from(tess: Desk) -> None:
    bank = tess.teacher.doing(lambda: make_teachers_bank(tess.teacher.id))
    question = bank.questions["pact.place.short_text"]
    page = tess.browser.get(f"/teach/questions/{question}/edit?back=/teach/quizzes/7").text
    assert f'<a href="/teach/quizzes/7#q{question}">Back to the quiz</a>' in page
    assert 'name="back" value="/teach/quizzes/7"' in page
    page = tess.browser.get(f"/teach/questions/{question}/edit?back=https://elsewhere.example/teach/quizzes/7").text
    assert "Back to the quiz" not in page
    assert tess.teacher.reading(lambda: drafts_of([question]))[question].stem == "Where was the pact signed?"
