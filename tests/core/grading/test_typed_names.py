from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.grading import TypedPart
from quizapp.core.grading.answers import read_answer
from quizapp.core.grading.titles import NATIONS, OFFICES

MOLOTOV = ("Vyacheslav Molotov", "Molotov")
OTHERS = ("Andrei Gromyko", "Joseph Stalin", "Lavrentiy Beria")

NAMED = [
    "Soviet Foreign Minister Vyacheslav Molotov",
    "the Soviet foreign minister, Molotov",
    "It was Soviet Foreign Minister Vyacheslav Mikhailovich Molotov.",
    "Minister of Foreign Affairs Molotov",
    "Molotov, the Soviet foreign minister",
    "Molotov (foreign minister)",
    "Vyacheslav Mikhailovich Molotov",
    "Vyacheslav M. Molotov",
    "Molotov, Vyacheslav Mikhailovich",
    "Comrade Molotov",
    "Foreign Minister of the Soviet Union Molotov",
    "Molotov (the foreign minister of the USSR)",
]


@pytest.mark.parametrize("typed", NAMED)
def test_titles_offices_and_patronymics_leave_a_name_what_it_is(typed: str) -> None:
    part = read_answer(typed, MOLOTOV, OTHERS, slip=False)
    assert part.accepted in MOLOTOV
    assert not part.slip


def test_a_slip_in_a_name_behind_its_title_passes_and_says_so() -> None:
    typed = "Soviet Foreign Minister Vyacheslav Molotof"
    assert read_answer(typed, MOLOTOV, OTHERS, slip=True) == TypedPart(accepted=MOLOTOV[0], slip=True)
    assert read_answer(typed, MOLOTOV, OTHERS, slip=False) == TypedPart()


NOT_NAMED = [
    ("President of France", "France"),
    ("Minister from France", "France"),
    ("Mayor of London", "London"),
    ("Ambassador in Brussels", "Brussels"),
    ("Soviet Union", "Union"),
    ("the United States", "States"),
    ("President of the United States", "United States"),
    ("East Germany", "Germany"),
    ("Union Jack", "Jack"),
    ("United Artists", "Artists"),
    ("France Telecom", "Telecom"),
    ("British Columbia", "Columbia"),
    ("French President", "President"),
    ("General Secretary", "Secretary"),
    ("Foreign Minister of the Soviet Union", "Soviet Union"),
    ("King Charles", "Prince Charles"),
    ("President NATO", "NATO"),
    ("Vice President Ford", "Ford"),
    ("not Minister Molotov", "Molotov"),
    ("Minister Molotov's wife", "Molotov"),
    ("John Quincy Adams", "John Adams"),
    ("Hepatitis B Virus", "Hepatitis Virus"),
    ("New South Wales", "New Wales"),
    ("Vyacheslav Mikhailovich Molotof", "Vyacheslav Molotov"),
    ("king penguin", "penguin"),
    ("Minister", "Molotov"),
]


@pytest.mark.parametrize(("typed", "form"), NOT_NAMED)
def test_what_may_be_another_person_or_no_person_stays_as_it_is(typed: str, form: str) -> None:
    assert read_answer(typed, (form,), (), slip=True) == TypedPart()


def test_a_name_that_only_its_title_tells_from_a_foreseen_wrong_one_is_not_accepted() -> None:
    assert read_answer("Emperor Charles", ("Charles",), (), slip=True).accepted
    assert read_answer("Emperor Charles", ("Charles",), ("King Charles",), slip=True) == TypedPart(foreseen=0)
    adams = read_answer("John Q. Adams", ("John Adams",), ("John A. Adams",), slip=True)
    assert adams == TypedPart(foreseen=0)


INTRODUCED = [
    ("It stands for North Atlantic Treaty Organization", "North Atlantic Treaty Organization"),
    ("They are called the Stalin Notes", "the Stalin Notes"),
    ("I think it was Brussels", "Brussels"),
    ("my answer is Brussels", "Brussels"),
    ("Politburo (highest worker's committee)", "the Politburo"),
    ("Brussels [the capital of a small country]", "Brussels"),
]


@pytest.mark.parametrize(("typed", "form"), INTRODUCED)
def test_words_before_and_a_remark_after_an_answer_do_not_count(typed: str, form: str) -> None:
    assert read_answer(typed, (form,), (), slip=False) == TypedPart(accepted=form)


REMARKS = [
    "Molotov (or perhaps somebody else)",
    "Molotov (not the ambassador)",
    "Molotov (Stalin)",
    "Molotov (Lavrentiy Beria)",
    "Molotov (stalin)",
    "Molotov (with joseph stalin)",
    "molotov (nikolai bulganin)",
    "Molotov (in 1955)",
    "Molotov (is it him?)",
    "(foreign minister)",
]


@pytest.mark.parametrize("typed", REMARKS)
def test_a_remark_that_may_change_the_answer_counts(typed: str) -> None:
    assert read_answer(typed, MOLOTOV, OTHERS, slip=True).accepted is None


names = st.from_regex(r"[A-Z][a-z]{4,9}", fullmatch=True)
titles = st.lists(st.sampled_from(sorted(OFFICES | NATIONS | {"foreign", "senior", "the"})), max_size=3)


@given(names, st.lists(names, max_size=3), titles, st.sampled_from(["", " (foreign minister)", " (a man of note)"]))
def test_no_title_or_remark_makes_a_foreseen_wrong_name_right(
    key: str, wrong: list[str], before: list[str], after: str
) -> None:
    for name in wrong:
        typed = f"{' '.join([*before, name])}{after}"
        if name != key:
            assert read_answer(typed, (key,), wrong, slip=False).accepted is None
            assert read_answer(typed, (key,), wrong, slip=True).accepted is None


@given(names, names, titles)
def test_an_office_before_a_name_changes_nothing(first: str, last: str, before: list[str]) -> None:
    key = f"{first} {last}"
    typed = " ".join([*before, "minister", key])
    assert read_answer(typed, (key,), (), slip=False).accepted == key
