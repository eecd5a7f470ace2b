"""One quiz in a learner's history."""

from __future__ import annotations

import re

from tests.web.browser import Browser
from tests.web.learn.taking import take


def test_each_quiz_has_its_trend_and_its_page(gus: Browser, ana: Browser) -> None:
    for rightly in (False, True):
        taking = take(gus, "timed")
        for number in (1, 2, 3):
            taking.answer(number, rightly=rightly)
        gus.post(f"{taking.path}/submit")
    take(gus, "once").answer(1)
    page = gus.get("/learn/history/").text
    row = page.partition("Quiz by quiz")[2].partition("</ul>")[0]
    assert row.index("The once quiz") < row.index("The timed quiz")
    assert row.count('class="spark"') == 1  # one score is no trend
    assert "2 attempts, coming up" in row
    address = re.findall(r'href="(/learn/history/quizzes/\d+)"', row)[1]
    own = gus.get(address).text
    assert "2 attempts finished; the best 100&nbsp;%, on average 50&nbsp;%. Your scores <b>have come up</b>" in own
    assert own.count('<span class="note">') == 2
    assert ana.get(address).status_code == 404
