from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.accounts import operations, queries
from quizapp.accounts.codes import ALPHABET, cleaned_code, is_code, secret_of_code, spaced_code
from quizapp.accounts.errors import NoSuchLink, PasswordLinkOver
from quizapp.accounts.models import PasswordLink, Person
from quizapp.accounts.queries import OpenCard, SignedIn
from quizapp.accounts.rules import CARD_LENGTH
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from tests.accounts.conftest import NOW

KEY = b"the key of this installation"


def new_link(person: SignedIn, maker: SignedIn, **later: int) -> str:
    with transaction():
        return operations.make_password_link(person.id, maker.id, now=NOW + timedelta(**later))


def use(secret: str, **later: int) -> SignedIn:
    with transaction():
        return operations.use_password_link(secret, "new hash", now=NOW + timedelta(**later))


def cards(*people: SignedIn, key: bytes = KEY, **later: int) -> tuple[OpenCard, ...]:
    return queries.open_cards([person.id for person in people], key=key, now=NOW + timedelta(**later))


def make_cards(maker: SignedIn, *people: SignedIn, **later: int) -> None:
    with transaction():
        operations.make_cards([person.id for person in people], maker.id, key=KEY, now=NOW + timedelta(**later))


def test_a_link_lets_its_person_choose_a_password_and_ends_every_session(ana: SignedIn, ben: SignedIn) -> None:
    secret = new_link(ana, ben)
    assert queries.person_of_password_link(secret, now=NOW) == ana
    back = use(secret)
    assert back.id == ana.id
    assert queries.signed_in(ana.session_key, "any") is None
    assert queries.signed_in(ben.session_key, "any") == ben
    hashes = {person.username: person.password_hash for person in db.session.scalars(select(Person))}
    assert hashes == {"ana": "new hash", "ben": "ben's hash"}


def test_a_link_is_used_once(ana: SignedIn, ben: SignedIn) -> None:
    secret = new_link(ana, ben)
    use(secret)
    with pytest.raises(PasswordLinkOver):
        use(secret)
    with pytest.raises(PasswordLinkOver):
        queries.person_of_password_link(secret, now=NOW)


def test_a_link_runs_out(ana: SignedIn, ben: SignedIn) -> None:
    secret = new_link(ana, ben)
    assert queries.person_of_password_link(secret, now=NOW + timedelta(hours=47)) == ana
    with pytest.raises(PasswordLinkOver):
        queries.person_of_password_link(secret, now=NOW + timedelta(hours=48))
    with pytest.raises(PasswordLinkOver):
        use(secret, hours=48)


def test_a_new_link_ends_the_old_one_and_nobody_elses(ana: SignedIn, ben: SignedIn) -> None:
    old, bens = new_link(ana, ben), new_link(ben, ben)
    new = new_link(ana, ben, hours=1)
    with pytest.raises(PasswordLinkOver):
        use(old, hours=2)
    assert use(bens, hours=2).id == ben.id
    assert use(new, hours=2).id == ana.id


def test_a_secret_of_nobody_opens_nothing(ana: SignedIn, ben: SignedIn) -> None:
    new_link(ana, ben)
    for secret in ("nonsense", "", "a\0b"):
        with pytest.raises(NoSuchLink):
            queries.person_of_password_link(secret, now=NOW)
        with pytest.raises(NoSuchLink):
            use(secret)


def test_who_was_disabled_comes_in_by_no_link(ana: SignedIn, ben: SignedIn) -> None:
    secret = new_link(ana, ben)
    with transaction():
        db.session.get_one(Person, ana.id).disabled_at = NOW
    with pytest.raises(NoSuchLink):
        queries.person_of_password_link(secret, now=NOW)
    with pytest.raises(NoSuchLink):
        use(secret)


def test_only_a_hash_of_the_link_is_kept(ana: SignedIn, ben: SignedIn) -> None:
    secret = new_link(ana, ben)
    assert secret not in db.session.scalars(select(PasswordLink.secret_hash)).all()


def test_links_can_be_ended(ana: SignedIn, ben: SignedIn) -> None:
    secret = new_link(ana, ben)
    with transaction():
        operations.end_password_links(ana.id, now=NOW)
    with pytest.raises(PasswordLinkOver):
        use(secret)


def test_two_at_once_use_a_link_once(app: Flask) -> None:
    with app.app_context(), transaction():
        ana = operations.sign_up("ana", "Ana", "hash", now=NOW)
        secret = operations.make_password_link(ana.id, ana.id, now=NOW)
    outcomes: list[str] = []
    gate = threading.Barrier(4)

    def try_it() -> None:
        with app.app_context():
            gate.wait()
            try:
                use(secret)
                outcomes.append("used")
            except PasswordLinkOver:
                outcomes.append("over")

    threads = [threading.Thread(target=try_it) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["over", "over", "over", "used"]


# --- cards ---


def test_a_card_is_shown_again_until_it_is_used(ana: SignedIn, ben: SignedIn) -> None:
    make_cards(ben, ana, ben)
    both = cards(ana, ben, days=29)
    assert [(card.display_name, card.username) for card in both] == [("Ana", "ana"), ("Ben", "ben")]
    assert cards(ana, ben) == both
    assert cards(ana) == both[:1]
    use(secret_of_code(KEY, both[0].code))
    assert cards(ana, ben) == both[1:]


def test_a_card_is_short_and_readable_and_each_has_its_own(ana: SignedIn, ben: SignedIn) -> None:
    make_cards(ben, ana, ben)
    codes = [card.code for card in cards(ana, ben)]
    make_cards(ben, ana, ben, hours=1)
    codes += [card.code for card in cards(ana, ben, hours=1)]
    assert len(set(codes)) == 4
    assert all(is_code(code, CARD_LENGTH) for code in codes)
    assert not set("01OIL") & set(ALPHABET)


def test_a_new_card_ends_the_old_one(ana: SignedIn, ben: SignedIn) -> None:
    make_cards(ben, ana)
    (old,) = cards(ana)
    make_cards(ben, ana, hours=1)
    with pytest.raises(PasswordLinkOver):
        use(secret_of_code(KEY, old.code), hours=1)


def test_two_cards_of_one_moment_differ(ana: SignedIn, ben: SignedIn) -> None:
    """A clock may stand still, or be set back."""
    codes = set()
    for hours in (1, 1, 0):
        make_cards(ben, ana, hours=hours)
        codes |= {card.code for card in cards(ana, hours=hours)}
    assert len(codes) == 3


def test_a_card_runs_out(ana: SignedIn, ben: SignedIn) -> None:
    make_cards(ben, ana)
    (card,) = cards(ana)
    assert cards(ana, days=30) == ()
    with pytest.raises(PasswordLinkOver):
        use(secret_of_code(KEY, card.code), days=30)


def test_rows_alone_tell_no_code(ana: SignedIn, ben: SignedIn) -> None:
    make_cards(ben, ana)
    (card,) = cards(ana)
    assert cards(ana, key=b"another key") == ()
    with pytest.raises(NoSuchLink):
        use(secret_of_code(b"another key", card.code))
    with pytest.raises(NoSuchLink):
        use(card.code)


def test_a_link_that_was_sent_is_on_no_card(ana: SignedIn, ben: SignedIn) -> None:
    new_link(ana, ben)
    assert cards(ana) == ()


def test_a_code_is_typed_as_people_type() -> None:
    assert cleaned_code(" bcdfg – hjkm n ") == "BCDFGHJKMN"
    assert spaced_code("BCDFGHJKMN") == "BCDFG-HJKMN"
    assert not is_code("BCDFGHJKM0", CARD_LENGTH)
    assert not is_code("BCDFG", CARD_LENGTH)
