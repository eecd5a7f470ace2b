from __future__ import annotations

from decimal import Decimal

import pytest

from quizapp.core.grading import Mark, Policy, TypedPart, grade
from quizapp.core.kinds import Cloze, ShortText, Typed, WrongAnswer


def read(typed: str, *accept: str, wrong: tuple[str, ...] = (), slip: bool = True) -> TypedPart:
    content = ShortText(accept, tuple(WrongAnswer(text, "Because.") for text in wrong), slip)
    mark = grade(content, Typed(typed))
    assert isinstance(mark.matched, TypedPart)
    assert (mark.verdict == "right") is mark.matched.right
    return mark.matched


SAME = [
    ("vyacheslav MOLOTOV", "Vyacheslav Molotov"),
    ("  Molotov. ", "Molotov"),
    ("Francois", "François"),
    ("Lodz", "Łódź"),
    ("Red Army", "the Red Army"),
    ("the Red Army", "Red Army"),
    ("a neutral state", "neutral state"),
    ("U.S.S.R.", "USSR"),
    ("U S S R", "USSR"),
    ("postwar", "post-war"),
    ("post war", "post-war"),
    ("re-unification", "reunification"),
    ("Marks & Spencer", "Marks and Spencer"),
    ("Stalin's", "Stalin"),
    ("Stalins Note", "Stalin's Note", "slip"),
    ("“Stalin Note”", "Stalin Note"),
    ("Mr. Molotov", "Molotov"),
    ("St Petersburg", "Saint Petersburg"),
    ("Wall St.", "Wall Street"),
    ("defence organisation", "Defense Organization"),
    ("labour", "labor"),
    ("centre", "center"),
    ("12", "twelve"),
    ("twenty one", "21"),
    ("one hundred", "100"),
    ("a hundred", "one hundred"),
    ("Big 4", "the Big Four"),
    ("21st", "twenty-first"),
    ("2nd World War", "the Second World War"),
    ("World War Two", "World War II"),
    ("World War 2", "World War II"),
    ("Henry the Eighth", "Henry VIII"),
    ("Henry 8", "Henry VIII"),
    ("it was Molotov", "Molotov"),
    ("in Brussels", "Brussels"),
    ("It was in Brussels.", "Brussels"),
    ("Brussels", "in Brussels"),
    ("it was Brussels", "in Brussels"),
    ("Brussels Treaty", "the Treaty of Brussels"),
    ("the Treaty of Brussels", "Brussels Treaty"),
    ("V. Molotov", "Vyacheslav Molotov"),
    ("N. Korea", "North Korea"),
    ("Molotov and Beria", "Beria and Molotov"),
    ("France, Belgium & Luxembourg", "Belgium, France, and Luxembourg"),
    ("Belgium; France; Luxembourg", "Luxembourg, Belgium and France"),
    ("A bomb", "A-bomb"),
    ("Molotov, Vyacheslav", "Vyacheslav Molotov"),
    ("A-Team", "the A-Team"),
    ("10 percent", "10%"),
    ("ten per cent", "10%"),
    ("10", "10%"),
    ("5 million", "$5 million"),
    ("five million dollars", "$5 million"),
    ("$5,000,000", "$5 million"),
    ("twelve", "12 countries"),
    ("twelve countries", "12"),
    ("1/3", "a third"),
    ("one third", "a third"),
    ("in 1949", "1949"),
    ("it was 1949", "1949"),
    ("the year 1949", "1949"),
    ("'49", "1949"),
    ("nineteen forty-nine", "1949"),
    ("April 4th of 1949", "4 April 1949"),
    ("on 1949-04-04", "4 April 1949"),
    ("March 10, 1952", "March 1952"),
    ("НАТО", "нато"),
    ("कि", "कि"),
]


@pytest.mark.parametrize("row", SAME, ids=lambda row: row[0])
def test_what_a_fair_teacher_takes_for_the_answer_is_accepted(row: tuple[str, ...]) -> None:
    typed, form, *slip = row
    assert read(typed, form) == TypedPart(accepted=form, slip=bool(slip))


OTHER = [
    ("West Germany", "East Germany"),
    ("Germany", "East Germany"),
    ("not Molotov", "Molotov"),
    ("Molotov or Stalin", "Molotov"),
    ("Molotov, Stalin", "Molotov"),
    ("vitamin", "Vitamin A"),
    ("bomb", "the A-bomb"),
    ("C", "C++"),
    ("का", "कि"),
    ("three", "a third"),
    ("fifth", "5"),
    ("12th", "12"),
    ("1 2", "12"),
    ("5 000", "5"),
    ("5, 12", "12, 5"),
    ("12,5", "5,12"),
    ("12 states or so", "12 countries"),
    ("12 years", "12"),
    ("12 years", "12 countries"),
    ("£5 million", "$5 million"),
    ("5", "$5 million"),
    ("5", "Article 5"),
    ("Chapter 5", "Article 5"),
    ("7", "Seven Sisters"),
    ("1948", "1949"),
    ("1984", "1948"),
    ("49", "1949"),
    ("19490", "1949"),
    ("1949", "4 April 1949"),
    ("5 April 1949", "4 April 1949"),
    ("April 1952", "March 1952"),
    ("from the East", "to the East"),
    ("M. Molotov", "Vyacheslav Molotov"),
    ("Molotov", "Vyacheslav Molotov"),
    ("???", "Molotov"),
    ("the", "the Red Army"),
]


@pytest.mark.parametrize(("typed", "form"), OTHER)
def test_anything_else_is_not(typed: str, form: str) -> None:
    assert read(typed, form) == TypedPart()


SLIPS = [
    ("Molotof", "Molotov"),
    ("Molotv", "Molotov"),
    ("Mollotov", "Molotov"),
    ("Mlootov", "Molotov"),
    ("Kruschev", "Khrushchev"),
    ("east germny", "East Germany"),
    ("the Untied Kingdom", "United Kingdom"),
    ("Brussels Traety", "the Treaty of Brussels"),
    ("it was Molotof", "Molotov"),
    ("North Atlantic Treaty Orgnization", "North Atlantic Treaty Organisation"),
    ("Stalin Notes", "the Stalin Note"),
    ("ally", "allies"),
    ("Persident", "President"),
    ("Minster", "Minister"),
    ("4 Apirl 1949", "4 April 1949"),
]


@pytest.mark.parametrize(("typed", "form"), SLIPS)
def test_a_slip_of_the_finger_passes_and_says_so(typed: str, form: str) -> None:
    assert read(typed, form) == TypedPart(accepted=form, slip=True)
    assert read(typed, form, slip=False) == TypedPart()
    strict = grade(ShortText((form,)), Typed(typed), Policy(slip=False))
    assert (strict.points, strict.verdict) == (Decimal(0), "wrong")


NO_SLIPS = [
    ("Moltof", "Molotov", "two letters in a word of seven"),
    ("Bolotov", "Molotov", "the first letter"),
    ("USSA", "USSR", "a word of four letters"),
    ("Eest Germany", "East Germany", "a word of four letters beside a long one"),
    ("Viacheslav Molotof", "Vyacheslav Molotov", "two words"),
    ("Molotov Vyacheslaw", "Vyacheslav Molotov", "another order"),
    ("Article5b", "Article5a", "a word with a figure"),
    ("casual", "causal", "another word"),
    ("county", "country", "another word"),
    ("policy", "police", "another word"),
    ("conversation", "conservation", "another word of ten letters"),
    ("hypotension", "hypertension", "another beginning"),
    ("intrastate", "interstate", "another beginning"),
    ("employee", "employer", "another ending"),
    ("communist", "communism", "another ending"),
    ("Maria", "Mario", "another name"),
    ("Austria", "Australia", "two letters"),
    ("North Korea", "South Korea", "the first letter"),
]


@pytest.mark.parametrize(("typed", "form", "why"), NO_SLIPS)
def test_what_may_be_another_answer_is_no_slip(typed: str, form: str, why: str) -> None:
    assert read(typed, form) == TypedPart(), why
    assert read(form, typed) == TypedPart(), why


def test_a_slip_never_turns_into_the_answer_what_is_as_near_to_a_foreseen_wrong_one() -> None:
    assert read("Bevun", "Beven").slip
    assert read("Bevun", "Beven", wrong=("Bevin",)) == TypedPart(foreseen=0)
    assert read("Bevan", "Beven", wrong=("Bevan",)) == TypedPart(foreseen=0)
    assert read("Bevin", "Ernest Beven", "Beven", wrong=("Aneurin Bevin",)) == TypedPart(foreseen=0)
    assert read("North Atlantic Trade Organization", "North Atlantic Treaty Organization").accepted is None


def test_a_foreseen_wrong_answer_is_known_under_its_other_forms() -> None:
    wrong = ("the Warsaw Pact", "Andrei Gromyko", "17 March 1948", "13 countries")
    for index, texts in enumerate(
        [
            ["Warsaw pact", "pact of Warsaw", "Warsav Pact"],
            ["gromyko", "A. Gromyko", "Andrei Gromyco"],
            ["March 17, 1948"],
            ["thirteen", "13"],
        ]
    ):
        assert [read(text, "NATO", wrong=wrong).foreseen for text in texts] == [index] * len(texts)


def test_an_accepted_answer_wins_over_a_foreseen_wrong_one_that_is_written_alike() -> None:
    assert read("Brussels", "Brussels", wrong=("in Brussels",)) == TypedPart(accepted="Brussels")
    assert read("in Brussels", "Brussels", wrong=("in Brussels",)) == TypedPart(foreseen=0)
    assert read("Marx", "Karl Marx", "Marx", wrong=("Groucho Marx",)) == TypedPart(accepted="Marx")
    assert read("Marx", "Karl Marx", wrong=("Groucho Marx",)) == TypedPart()
    assert read("V. Molotov", "Vyacheslav Molotov", wrong=("Viktor Molotov",)) == TypedPart(foreseen=0)


def test_two_accepted_forms_at_once_are_one_answer() -> None:
    forms = ("North Atlantic Treaty Organization", "NATO")
    for typed in ("NATO (North Atlantic Treaty Organisation)", "NATO, the North Atlantic Treaty Organization"):
        assert read(typed, *forms).accepted == forms[0]
    assert read("NATO (Warsaw Pact)", *forms) == TypedPart()


def test_the_form_that_matched_is_named() -> None:
    assert read("ussr", "the Soviet Union", "USSR") == TypedPart(accepted="USSR")


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_blank_text_is_unanswered(text: str) -> None:
    for content in (ShortText(("NATO",)), Cloze(("NATO",))):
        assert grade(content, Typed(text)) == grade(content, None)
        assert grade(content, None) == Mark(Decimal(0), Decimal(1), "unanswered", TypedPart())


def test_a_gap_is_read_like_a_short_answer() -> None:
    cloze = Cloze(("Molotov",), "a name", (WrongAnswer("Stalin", "No."),))
    assert grade(cloze, Typed("molotof")) == Mark(Decimal(1), Decimal(1), "right", TypedPart("Molotov", slip=True))
    assert grade(cloze, Typed("stalin")) == Mark(Decimal(0), Decimal(1), "wrong", TypedPart(foreseen=0))
    assert grade(Cloze(("Molotov",), slip=False), Typed("molotof")).verdict == "wrong"
