from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.accounts import rules
from quizapp.accounts.errors import RefusedText


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Ana  ", "Ana"),
        ("Zoe\u0308", "Zoë"),
        ("李小龍", "李小龍"),
        ("עברית Ana", "עברית Ana"),
        ("👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦"),
        ("<b>Ana</b>", "<b>Ana</b>"),
        ("a" * 80, "a" * 80),
        ("e\u0302\u0323" * 80, unicodedata.normalize("NFC", "e\u0302\u0323" * 80)),
    ],
)
def test_a_name_is_kept_as_it_was_meant(typed: str, kept: str) -> None:
    assert rules.clean_display_name(typed) == kept


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("", rules.NO_NAME),
        ("   ", rules.NO_NAME),
        ("\u200b\u2060", rules.NO_NAME),
        ("A\0na", rules.UNSEEN_IN_NAME),
        ("Ana\nBen", rules.UNSEEN_IN_NAME),
        ("Ana\ud800", rules.UNSEEN_IN_NAME),
        ("a" * 81, rules.LONG_NAME),
        ("a" + "\u0301" * 700, rules.LONG_NAME),
    ],
)
def test_a_name_that_cannot_be_is_refused_in_words(typed: str, message: str) -> None:
    with pytest.raises(RefusedText) as refusal:
        rules.clean_display_name(typed)
    assert str(refusal.value) == message


@given(st.text(max_size=100))
def test_every_name_is_kept_storable_or_refused(typed: str) -> None:
    try:
        name = rules.clean_display_name(typed)
    except RefusedText:
        return
    assert "\0" not in name
    name.encode("utf-8")
    assert rules.clean_display_name(name) == name


@pytest.mark.parametrize("typed", ["ana", "Ana Maria", "o’neill", "ana.b_c-d+e@f", "Анна", "李小龍", "  ana  "])
def test_a_username_may_be(typed: str) -> None:
    assert rules.clean_username(typed) == typed.strip()


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("  ", rules.NO_USERNAME),
        ("a" * 41, rules.LONG_USERNAME),
        ("a/b", rules.STRANGE_USERNAME),
        ("a\0b", rules.STRANGE_USERNAME),
        ("<b>", rules.STRANGE_USERNAME),
        ("...", rules.STRANGE_USERNAME),
        ("ana\u202e", rules.STRANGE_USERNAME),
    ],
)
def test_a_username_that_cannot_be_is_refused_in_words(typed: str, message: str) -> None:
    with pytest.raises(RefusedText) as refusal:
        rules.clean_username(typed)
    assert str(refusal.value) == message


def test_usernames_are_compared_without_case_width_and_spaces() -> None:
    assert rules.folded("  Ana   MARIA ") == "ana maria"
    assert rules.folded("Ａｎａ") == "ana"
    assert rules.folded("STRASSE") == rules.folded("straße")


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(typed: str) -> None:
    assert rules.folded(rules.folded(typed)) == rules.folded(typed)


@pytest.mark.parametrize(
    "password", ["tulip under the bridge", "ñandú-pez", "   spaces   ", "8 dwarfs", "xy" * 100, "🐢🐢🐟🐟🐢🐢🐟🐟"]
)
def test_any_characters_make_a_password(password: str) -> None:
    rules.check_password(password, "ana", "Ana Maria")


@pytest.mark.parametrize(
    ("password", "message"),
    [
        ("1234567", rules.SHORT_PASSWORD),
        ("", rules.SHORT_PASSWORD),
        ("x1" * 101, rules.LONG_PASSWORD),
        ("tulip\0under", rules.NUL_IN_PASSWORD),
        ("password", rules.COMMON_PASSWORD),
        ("Password123!", rules.COMMON_PASSWORD),
        ("QWERTYUIOP", rules.COMMON_PASSWORD),
        ("monkey2026", rules.COMMON_PASSWORD),
        ("12345678", rules.COMMON_PASSWORD),
        ("98765432", rules.COMMON_PASSWORD),
        ("aaaaaaaaaa", rules.COMMON_PASSWORD),
        ("quizapp2026", rules.COMMON_PASSWORD),
        ("Ana Maria", rules.NAME_AS_PASSWORD),
        ("annamaria-1", rules.NAME_AS_PASSWORD),
    ],
)
def test_a_password_that_is_guessed_first_is_refused_in_words(password: str, message: str) -> None:
    with pytest.raises(RefusedText) as refusal:
        rules.check_password(password, "annamaria", "Ana Maria")
    assert str(refusal.value) == message


def test_the_list_of_common_passwords_ships() -> None:
    words = rules.common_passwords()
    assert len(words) > 1000
    assert all(word == word.casefold().strip() and word for word in words)


@given(st.text(max_size=300))
def test_every_password_is_taken_or_refused(password: str) -> None:
    try:
        rules.check_password(password, "ana")
    except RefusedText:
        return
    assert rules.PASSWORD_LEAST <= len(password) <= rules.PASSWORD_MOST
