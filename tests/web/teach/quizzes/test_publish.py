from tests.small_bank import IN_ORDER
from tests.web.browser import Browser
from tests.web.teach.quizzes.conftest import Desk


def test_it_is_published_and_taken(tess: Desk) -> None:
    quiz = tess.teacher.begin(IN_ORDER[:2])
    tess.teacher.offer(quiz, "everyone")
    assert "Published." in tess.follow(tess.send(quiz, "/publish"))
    ana = Browser(tess.browser.app).sign_up("ana")
    assert ana.post(f"/learn/quizzes/{quiz}/start").status_code == 303
    assert "There is no new edition" not in tess.open(quiz).text
    assert "so there is no new edition" in tess.follow(tess.send(quiz, "/publish"))


def test_what_was_changed_meanwhile_is_not_published_unseen(tess: Desk) -> None:
    quiz = tess.teacher.begin(IN_ORDER[:2])
    tess.teacher.offer(quiz, "everyone")
    assert "changed meanwhile" in tess.follow(tess.send(quiz, "/publish", revision="1"))
    assert tess.teacher.composer(quiz).state == "composed"


def test_what_cannot_be_published_says_why(tess: Desk) -> None:
    assert "there is no question in the quiz yet" in tess.follow(tess.send(tess.teacher.begin([]), "/publish"))
    quiz = tess.teacher.begin(IN_ORDER[:2])
    tess.teacher.set_state(tess.teacher.order(quiz)[0], "draft")
    assert "a question is not accepted" in tess.follow(tess.send(quiz, "/publish"))


def test_the_link_opens_the_quiz_and_a_new_one_kills_the_old(tess: Desk) -> None:
    quiz = tess.teacher.begin(IN_ORDER[:2])
    assert "has no link" in tess.open(quiz, "/link").text
    tess.teacher.offer(quiz, "link")
    assert "publish the quiz" in tess.open(quiz, "/link").text
    tess.teacher.publish(quiz)
    page = tess.open(quiz, "/link").text
    old = tess.teacher.composer(quiz).link_secret
    assert f"http://localhost/q/{old}</a>" in page
    assert "<svg" in page
    assert "style=" not in page
    assert "works on this computer only" in page
    visitor = Browser(tess.browser.app)
    assert visitor.get(f"/q/{old}").status_code == 200
    assert "This is the new link" in tess.follow(tess.send(quiz, "/link"))
    new = tess.teacher.composer(quiz).link_secret
    assert (visitor.get(f"/q/{old}").status_code, visitor.get(f"/q/{new}").status_code) == (404, 200)


def test_the_address_is_that_of_the_network_when_the_desk_is_opened_by_it(tess: Desk) -> None:
    quiz = tess.teacher.begin(IN_ORDER[:2])
    tess.teacher.offer(quiz, "link")
    browser = tess.browser.client
    browser.set_cookie("quizapp", tess.browser.cookie(), domain="school.lan")
    page = browser.get(f"/teach/quizzes/{quiz}/link", base_url="http://school.lan:8000").text
    assert "http://school.lan:8000/q/" in page
    assert "works on this computer only" not in page


def test_it_says_who_gets_the_new_edition(tess: Desk) -> None:
    quiz = tess.teacher.begin(IN_ORDER[:2])
    tess.teacher.offer(quiz, "everyone")
    assert tess.send(quiz, "/publish").status_code == 303
    tess.teacher.reword(tess.teacher.order(quiz)[0], "When was it signed at last?", author_id=tess.teacher.id)
    assert "Nobody has begun edition 1: everybody gets edition 2 once you publish" in tess.open(quiz).text
    for name in ("ana", "ben"):
        learner = Browser(tess.browser.app).sign_up(name)
        assert learner.post(f"/learn/quizzes/{quiz}/start").status_code == 303
    said = "2 people have begun edition 1 and end it as it is; the others get edition 2 once you publish"
    assert said in tess.open(quiz).text
    page = tess.follow(tess.send(quiz, "/publish"))
    assert "Published as edition 2: whoever begins from now on gets it" in page
    assert "2 have begun edition 1 and keep that." in page
