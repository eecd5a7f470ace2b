"""A wrong key, from the editor through the dry run to the learner's pages, in a real browser; axe on each of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, expect
from sqlalchemy import update

from quizapp.accounts import operations as accounts
from quizapp.accounts.passwords import hash_password
from quizapp.app import create_app
from quizapp.quizzes.models import Quiz
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from tests.conftest import settings_for
from tests.correcting import Corrector
from tests.journeys.looks import judge
from tests.journeys.signed_in import opened
from tests.learning import Learner
from tests.serving import running
from tests.small_bank import load_small_bank
from tests.web.browser import PASSWORD

pytestmark = pytest.mark.browser
DATE, MAY = "pact.date.choice", "4 May 1949"
WHY = "The key was wrong: the pact was signed in May."


@pytest.fixture
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, int]]:
    """Serve the small bank, which belongs to Tess; Ana chose May, which was not the key, and Tess has corrected it."""
    root = tmp_path_factory.mktemp("regrades")
    with running(root / "data") as serving:
        app = create_app(settings_for(root / "data"))
        load_small_bank(app, root)
        with app.app_context(), transaction():
            hashed, now = hash_password(PASSWORD), datetime.now(UTC)
            tess = accounts.sign_up("tess", "Tess", hashed, now=now, is_teacher=True).id
            ana = accounts.sign_up("ana", "Ana", hashed, now=now).id
            db.session.execute(update(Quiz).values(owner_id=tess))
        corrector = Corrector(app, person_id=tess)
        corrector.own()
        Learner(app, "Ana", ana).take("first", wrong={1})
        corrector.swap_key(DATE, MAY)
        yield serving.address, corrector.ids([DATE])[0]


def test_a_wrong_key_is_mended_for_those_who_were_right(
    browser: Browser, school: tuple[str, int], complaints: list[str]
) -> None:
    address, question = school
    tess = opened(browser, address, complaints)
    tess.goto(f"/teach/questions/{question}/edit")
    expect(tess.get_by_text("1 answer was given before this change.")).to_be_visible()
    tess.get_by_role("link", name="See what would change").click()
    tess.get_by_role("button", name="Change 1 mark: nobody loses").click()
    expect(tess.get_by_label("Why")).to_be_focused()
    judge(tess)
    tess.get_by_label("Why").fill(WHY)
    tess.get_by_role("button", name="Change 1 mark: nobody loses").click()
    expect(tess.get_by_role("status")).to_contain_text("1 score changed; whoever it concerns is told.")
    judge(tess)
    ana = opened(browser, address, complaints, "Ana")
    ana.goto("/")
    ana.get_by_role("link", name="The first quiz, question 1").click()
    expect(ana.get_by_role("heading", name="The question was corrected after you answered it")).to_be_visible()
    expect(ana.get_by_text(WHY)).to_be_visible()
    judge(ana)
    ana.goto("/learn/attempts/1/result")
    expect(ana.get_by_role("heading", name="7 of 8 points before, 8 now")).to_be_visible()
    judge(ana)
