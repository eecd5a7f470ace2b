from __future__ import annotations

import pytest

from quizapp.accounts import rules
from quizapp.teaching.roster_text import CELLS, EMPTY_LIST, MOST_LINES, UnreadableList, listed_pupils


def read(text: str) -> list[tuple[int, str, str]]:
    return [(pupil.number, pupil.name, pupil.username) for pupil in listed_pupils(text)]


ANNA, BEN = (1, "Anna Müller", "anna"), (2, "Ben", "")


@pytest.mark.parametrize(
    "text",
    [
        "Anna Müller,anna\nBen",
        "Anna Müller;anna\r\nBen;\r\n",
        "Anna Müller\tanna\rBen",
        '"Anna Müller" , anna\n Ben ',
    ],
)
def test_commas_semicolons_and_tabs(text: str) -> None:
    assert read(text) == [ANNA, BEN]


@pytest.mark.parametrize(
    "text",
    [
        "Name,Username\nAnna Müller,anna\n\nBen,",
        "Username;Name\nanna;Anna Müller\n\n;Ben",
        "Vorname;Nachname;Benutzername\nAnna;Müller;anna\n\nBen;;",
        "Name\tVorname\tLogin\nMüller\tAnna\tanna\n\n\tBen\t",
        "Class,First name,Surname,Username\n4b,Anna,Müller,anna\n\n4b,Ben,,",
    ],
)
def test_a_header_says_what_stands_where(text: str) -> None:
    assert read(text) == [(2, "Anna Müller", "anna"), (4, "Ben", "")]


def test_a_name_in_quotes_may_hold_the_sign_between_cells() -> None:
    assert read('"Müller, Anna";anna\nBen;ben') == [(1, "Müller, Anna", "anna"), (2, "Ben", "ben")]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (",anna", rules.NO_NAME),
        ("x" * 81 + ",", rules.LONG_NAME),
        ('"Anna\nMüller",anna', rules.UNSEEN_IN_NAME),
        ("Anna,a<b>", rules.STRANGE_USERNAME),
        ("Anna," + "x" * 41, rules.LONG_USERNAME),
        ("Anna,Müller,anna,7", CELLS.format(count=4)),
        ("\u200d\u200d,anna", rules.NO_NAME),
    ],
)
def test_a_line_that_cannot_be_says_why_and_the_others_stand(line: str, problem: str) -> None:
    first, second = listed_pupils(f"{line}\nBen,ben")
    assert first.problem == problem
    assert (second.name, second.username, second.problem) == ("Ben", "ben", "")


def test_formulas_emoji_and_right_to_left_names_are_names() -> None:
    names = ["=1+1", "@anna", "🦊 Fox", "محمد", "אנה"]
    assert [name for _, name, _ in read("\n".join(names))] == names


def test_the_number_of_a_line_is_the_editors() -> None:
    assert read('\n\nAnna,anna\n"Zoë",zoe\n\nBen,ben') == [(3, "Anna", "anna"), (4, "Zoë", "zoe"), (6, "Ben", "ben")]


@pytest.mark.parametrize("text", ["", " \n\t\n,,\n", "name,username\n"])
def test_a_list_of_nobody_is_said_so(text: str) -> None:
    with pytest.raises(UnreadableList, match=EMPTY_LIST):
        listed_pupils(text)


def test_ten_thousand_lines_are_refused_in_words() -> None:
    with pytest.raises(UnreadableList, match=f"10,000 lines. Add at most {MOST_LINES}"):
        listed_pupils("\n".join(f"Pupil {number}" for number in range(10_000)))
    assert len(listed_pupils("name\n" + "\n".join(f"Pupil {number}" for number in range(MOST_LINES)))) == MOST_LINES


def test_a_huge_cell_is_refused_in_words() -> None:
    with pytest.raises(UnreadableList):
        listed_pupils("x" * 200_000)
