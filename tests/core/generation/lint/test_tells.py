import pytest

from quizapp.core.kinds import Citation, TrueFalse
from tests.core.generation.lint.cases import choice, findings, rules, vary


def only(rule: str, found: list[str]) -> bool:
    """Whether a rule fired, whatever else did."""
    return rule in found


def test_w10_the_key_is_not_the_long_one() -> None:
    long = "the old customs house of Harbour City"
    assert only("W10", rules(vary(choice(long, "Mill Bay", "Port Elm"))))
    assert not only("W10", rules(vary(choice(long, "the new town hall at the gates of Mill Bay", "Port Elm"))))
    assert not only("W10", rules(vary(choice("Harbour City", "Mill", "Elm Bay"))))


def test_w12_the_article_fits_more_than_the_key() -> None:
    key = ("old customs house", "barn", "tent")
    assert only("W12", rules(vary(choice(*key), stem="The lagoon states signed their pact in an ____.")))
    assert not only("W12", rules(vary(choice(*key), stem="The lagoon states signed their pact in the ____.")))
    other = ("old customs house", "inn", "tent")
    assert not only("W12", rules(vary(choice(*other), stem="The lagoon states signed their pact in an ____.")))


def test_w12_the_verb_fits_more_than_the_key() -> None:
    key = ("Ana Bell and Ben Cook", "Cyd Dorn", "Eve Faro")
    assert only("W12", rules(vary(choice(*key), stem="Who were the leaders of the talks on the lagoon?")))
    other = ("Ana Bell and Ben Cook", "Cyd Dorn and Eve Faro", "Gus Hill")
    assert not only("W12", rules(vary(choice(*other), stem="Who were the leaders of the talks on the lagoon?")))


def test_w13_a_word_shared_by_stem_and_key_alone_is_an_echo() -> None:
    stem = "In which harbour did the lagoon states sign their pact?"
    (finding,) = [row for row in findings(vary(stem=stem)) if row.rule == "W13"]
    assert "“harbour”" in finding.message
    assert not only("W13", rules(vary(choice("Harbour City", "Mill Harbour", "Port Elm"), stem=stem)))


@pytest.mark.parametrize(
    ("rule", "text"),
    [("W14", "It always failed"), ("W14", "Only Avalon"), ("W15", "It usually failed"), ("W15", "It may fail")],
)
def test_absolutes_and_vague_words_stand_in_no_option(rule: str, text: str) -> None:
    assert only(rule, rules(vary(choice("Harbour City", text, "Port Elm"))))


def test_a_month_is_not_vague_and_the_sources_own_words_are_no_cue() -> None:
    assert not only("W15", rules(vary(choice("May 1955", "April 1951", "March 1952"))))
    quote = Citation("article", "led the talks, which often stalled")
    statement = TrueFalse(True)
    assert not only("W15", rules(vary(statement, stem="The lagoon talks often stalled.", citations=(quote,))))
    assert only("W15", rules(vary(statement, stem="The lagoon talks often stalled.")))


def test_w20_the_key_is_not_where_the_others_meet() -> None:
    assert only("W20", rules(vary(choice("red lagoon harbour gate", "red lagoon mill", "harbour gate inn"))))
    assert not only("W20", rules(vary(choice("red lagoon harbour", "red lagoon mill", "red lagoon port"))))


def test_w21_one_pair_of_opposites_holds_the_key() -> None:
    assert only("W21", rules(vary(choice("East Harbour", "West Harbour", "Port Elm"))))
    assert not only("W21", rules(vary(choice("Port Elm", "East Harbour", "West Harbour"))))
