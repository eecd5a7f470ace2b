from tests.web.teach.quizzes.conftest import Desk


def test_an_empty_list_teaches_the_next_step(tess: Desk) -> None:
    page = tess.browser.get("/teach/quizzes/")
    assert page.status_code == 200
    assert "No quiz yet" in page.text
    assert 'href="/teach/quizzes/new"' in page.text


def test_each_quiz_stands_with_its_state_and_attempts(tess: Desk, theo: Desk) -> None:
    theo.teacher.begin(title="Of Theo")
    quiz = tess.teacher.begin(title="Mine & hers")
    tess.teacher.publish(quiz)
    text = tess.browser.get("/teach/quizzes/").text
    assert f'<a href="/teach/quizzes/{quiz}">Mine &amp; hers</a>' in text
    assert "published, edition 1" in text
    assert "<li>for assigned classes</li>\n<li>8 questions</li>\n<li>0 attempts</li>" in text
    assert "Of Theo" not in text


def test_what_is_archived_stands_apart(tess: Desk) -> None:
    quiz = tess.teacher.begin(title="Put away")
    tess.send(quiz, "/archive")
    assert "1 archived quiz<" in tess.browser.get("/teach/quizzes/").text
    assert "Put away" not in tess.browser.get("/teach/quizzes/").text
    assert "Put away" in tess.browser.get("/teach/quizzes/?archived=1").text


def test_the_list_takes_as_many_statements_for_three(tess: Desk, statements: list[str]) -> None:
    counts = []
    for _ in range(3):
        tess.teacher.begin()
        statements.clear()
        tess.browser.get("/teach/quizzes/")
        counts.append(len(statements))
    assert counts[0] == counts[1] == counts[2]
