from dataclasses import replace

import pytest

from quizapp.core.generation.lint import RULES, Finding, lint_bank, lint_facts, lint_quiz
from quizapp.core.generation.lint.coverage import covered_paragraphs, reading_grade
from quizapp.core.generation.lint.guessing import _unlikelihood, longest_guess
from quizapp.core.kinds import Choice, Citation, Cloze, Option, QuestionDraft, TrueFalse
from tests.core.generation.fact_rows import ask, distractor, fact, file_of
from tests.core.generation.lint.cases import DOCUMENTS, SOUND, choice, vary

WORDS = ["amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "heath", "islet", "jetty"]


def placed(number: int, key: int, *, texts: tuple[str, ...] = ("red", "green", "blue")) -> QuestionDraft:
    """A choice with its key at a place, unlike the other ones."""
    stem = f"Which colour has the {WORDS[number % 10]} of {WORDS[number // 10]} number {number}?"
    options = tuple(Option(text, index == key, "" if index == key else "No.") for index, text in enumerate(texts))
    slot = f"fact-{number}.colour"
    return replace(SOUND, id=f"{slot}.choice", slot=slot, fact=f"fact-{number}", stem=stem, content=Choice(options))


def found(findings: list[Finding]) -> list[str]:
    """The ids of the rules broken."""
    return sorted({finding.rule for finding in findings})


def test_e09_a_bank_asks_nothing_twice_in_one_kind() -> None:
    again = replace(SOUND, id="pact.town.choice", stem="In which town did the lagoon states sign the pact?")
    blocking = [(row.rule, row.question) for row in lint_bank([SOUND, again], DOCUMENTS) if row.blocks]
    assert blocking == [("E09", "pact.town.choice")]
    typed = replace(again, kind="cloze", content=Cloze(("Harbour City",)))
    assert "E09" not in found(lint_bank([SOUND, typed], DOCUMENTS))


def test_e09_one_telling_word_and_another_key_make_another_question() -> None:
    other = replace(SOUND, id="pact.month.choice", stem="In which month did the lagoon states sign their pact?")
    other = replace(other, content=choice("April", "May", "June"))
    assert "E09" not in found(lint_bank([SOUND, other], DOCUMENTS))


def test_e09_a_quiz_holds_one_form_of_a_slot() -> None:
    form = vary(Cloze(("Harbour City",)), id="pact.place.cloze", stem="The old customs house stood in ____ then.")
    assert [(row.rule, row.question) for row in lint_quiz([SOUND, form])] == [("E09", "pact.place.cloze")]


@pytest.mark.parametrize(("statements", "rules"), [(3, []), (4, ["W18"])])
def test_w18_a_third_of_a_quiz_may_be_true_or_false(statements: int, rules: list[str]) -> None:
    drafts = [placed(number, 0) for number in range(9)]
    for number in range(statements):
        drafts[number] = replace(drafts[number], kind="true_false", content=TrueFalse(True))
    assert found(lint_quiz(drafts)) == rules


def test_s29_a_last_name_and_an_option_give_a_key_away_as_well() -> None:
    asked = replace(
        placed(2, 0), stem="Who signed the lagoon pact?", content=choice("Anna Corbet", "Ida Neri", "Eva Lund")
    )
    told = replace(placed(3, 0), stem="In which year was the lagoon pact signed by Corbet?")
    assert found(lint_quiz([asked, told])) == ["S29"]
    longer = choice("it was signed by Anna Corbet", "it was signed at dawn in the rain", "it was lost in the snow")
    told = replace(told, stem="What is said of the lagoon pact?", content=longer)
    assert found(lint_quiz([asked, told])) == ["S29"]
    assert lint_quiz([asked, replace(told, content=choice("Anna Corbet", "Ida Neri", "Eva Lund"))]) == []


def test_s29_a_stem_gives_no_other_key_away() -> None:
    tell = replace(
        placed(1, 0), stem="In which year did the lagoon states sign their pact in Harbour City, the free town?"
    )
    assert found(lint_quiz([SOUND, tell])) == ["S29"]
    assert lint_quiz([SOUND, replace(tell, stem="Who was the mayor of Harbour City?")]) == []


def test_s27_keys_stand_at_every_place() -> None:
    even = [placed(number, number % 3) for number in range(21)]
    uneven = [placed(number, 0 if number < 14 else number % 3) for number in range(21)]
    assert "S27" not in found(lint_bank(even, DOCUMENTS))
    assert "S27" in found(lint_bank(uneven, DOCUMENTS))
    assert "S27" not in found(lint_bank(uneven[:14], DOCUMENTS)), "fewer than twenty prove nothing"


@pytest.mark.parametrize(
    ("counts", "chance"), [([10, 10], 1.0), ([15, 5], 0.0253), ([14, 3, 4], 0.0051), ([10, 5, 3, 2], 0.0550)]
)
def test_the_chi_square_tail_is_the_textbooks(counts: list[int], chance: float) -> None:
    assert _unlikelihood(counts) == pytest.approx(chance, abs=0.0005)


def test_s28_the_longest_option_is_no_good_guess() -> None:
    texts = [tuple("a long key" if place == n % 3 else f"no {place}" for place in range(3)) for n in range(12)]
    telling = [placed(n, n % 3, texts=texts[n]) for n in range(12)]
    assert longest_guess(telling) == (1.0, pytest.approx(1 / 3))
    assert "S28" in found(lint_bank(telling, DOCUMENTS))
    assert "S28" not in found(lint_bank([placed(n, n % 3) for n in range(12)], DOCUMENTS))


def test_s28_the_middle_value_is_no_good_guess() -> None:
    middle = [placed(number, 1, texts=("1948", "1949", "1950")) for number in range(10)]
    messages = [row.message for row in lint_bank(middle, DOCUMENTS) if row.rule == "S28"]
    assert messages == ["guessing the middle value is right in 100% of 10 choices, chance is 33%"]


def test_s30_most_paragraphs_are_asked_and_no_fact_too_often() -> None:
    assert covered_paragraphs([SOUND], DOCUMENTS) == (1, 5)
    assert "S30" in found(lint_bank([SOUND], {"article": DOCUMENTS["article"]}))
    all_asked = [replace(SOUND, citations=tuple(Citation("article", quote) for quote in (
        "The Lagoon Pact", "by twelve states", "Its first congress met", "It was renewed in March"
    )))]  # fmt: skip
    assert "S30" not in found(lint_bank(all_asked, DOCUMENTS))
    cited = all_asked[0].citations
    often = [replace(placed(n, n % 3), slot=f"one.{WORDS[n]}", fact="one", citations=cited) for n in range(4)]
    assert [row.message for row in lint_bank(often, DOCUMENTS) if row.rule == "S30"] == [
        "the fact 'one' is asked in 4 slots"
    ]


def test_s31_one_kind_is_not_most_of_the_bank() -> None:
    assert "S31" in found(lint_bank([placed(number, number % 3) for number in range(21)], DOCUMENTS))


def test_s32_stems_read_no_harder_than_the_document() -> None:
    assert reading_grade("The cat sat. It ran.") < reading_grade(SOUND.stem)
    hard = "Notwithstanding intergovernmental deliberations, which international organisation's administrative"
    hard += " representation predominated in"
    drafts = [replace(placed(n, n % 3), stem=f"{hard} {WORDS[n % 10]} {n}?") for n in range(21)]
    assert "S32" in found(lint_bank(drafts, DOCUMENTS))


def test_a_reason_recorded_for_the_bank_is_shown() -> None:
    drafts = [placed(number, number % 3) for number in range(21)]
    reasons = {row.rule: row.reason for row in lint_bank(drafts, DOCUMENTS, {"S31": "A first bank of choices."})}
    assert reasons["S31"] == "A first bank of choices."


def test_e02_the_key_of_a_mere_statement_is_held_to_its_evidence() -> None:
    row = ask(answer={"place": "Seaside"}, forms=["true_false"], distractors=[distractor("Elba")])
    assert [(row.rule, row.question) for row in lint_facts(file_of(fact(row)))] == [("E02", "pact.place.true_false")]
    assert list(lint_facts(file_of(fact({**row, "supported_by": "in Lagoon City"})))) == []
    assert list(lint_facts(file_of(fact(ask())))) == []


def test_every_rule_has_a_title_and_a_reason() -> None:
    assert len(RULES) == 32
    assert all(rule.title and rule.why for rule in RULES.values())
