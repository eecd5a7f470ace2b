import pytest

from quizapp.core.kinds import Choice, Citation, Option, ShortText, Witness, WrongAnswer
from tests.core.generation.lint.cases import QUOTE, SOUND, choice, findings, option, rules, typed, vary


def test_e03_a_choice_has_one_key_and_different_options() -> None:
    assert "E03" in rules(vary(Choice((option("Mill Bay"), option("Port Elm")))))
    assert "E03" in rules(vary(choice("Harbour City", "Mill Bay", "mill bay!")))


def test_e04_six_options_are_too_many() -> None:
    assert rules(vary(choice("Harbour City", "Mill Bay", "Port Elm", "Reed End", "Low Gate", "Far Quay"))) == ["E04"]


def test_e04_an_option_inside_another_wants_a_reason() -> None:
    content = choice("Harbour City", "Harbour City West", "Port Elm")
    (finding,) = [row for row in findings(vary(content)) if row.rule == "E04"]
    assert (finding.severity, finding.reason) == ("W", "")
    (finding,) = [row for row in findings(vary(content, overrides={"E04": "A suburb."})) if row.rule == "E04"]
    assert finding.reason == "A suburb."


@pytest.mark.parametrize(
    ("key", "wrong"),
    [("the Soviet Union", "the USSR"), ("Ana Bell", "Bell")],
)
def test_e05_the_key_in_other_words_is_no_distractor(key: str, wrong: str) -> None:
    assert "E05" in rules(vary(choice(key, wrong, "Port Elm"), overrides={"E02": "Harbour City"}))


def test_e05_a_date_that_holds_the_key_is_no_distractor() -> None:
    assert "E05" in rules(vary(choice("4 April 1949", "April 1949", "9 June 1950")))
    assert "E05" not in rules(vary(choice("4 April 1949", "5 April 1949", "9 June 1950")))


def test_e05_what_the_quote_names_in_one_breath_with_the_key_is_right_too() -> None:
    cited = (Citation("article", "Ana Bell and Ben Cook led the talks"),)
    content = choice("Ana Bell", "Ben Cook", "Cyd Dorn")
    assert rules(vary(content, stem="Who led the talks about the lagoon?", citations=cited)) == ["E05"]
    stem = "Besides Ben Cook, who led the talks about the lagoon?"
    assert rules(vary(content, stem=stem, citations=cited)) == []


def test_e05_what_a_disputing_source_says_is_no_distractor_unless_the_stem_names_the_source() -> None:
    witness = Witness("paper", "the pact was signed on 4 May 1949", "disputes", "4 May 1949")
    content = Choice((Option("4 April 1949", right=True), option("4 May 1949"), option("9 June 1950")))
    stem = "On what date did the lagoon states sign their pact?"
    assert "E05" in rules(vary(content, stem=stem, witnesses=(witness,)))
    assert "E05" not in rules(vary(content, stem=f"According to the article, {stem.lower()}", witnesses=(witness,)))


def test_e05_a_sentence_that_says_it_of_the_same_subject_must_be_accounted_for() -> None:
    cited = (Citation("article", "Its first congress met at Mill Bay in 1950"),)
    stem = "At which place did the renewed lagoon pact's congress states met?"
    signed = Citation("article", "customs house of Harbour City")
    content = choice("Mill Bay", "Harbour City", "Low Gate")
    draft = vary(content, stem="Where did the lagoon states of the pact have it signed?", citations=cited)
    assert rules(draft) == ["E05"], stem
    ruled_out = Choice((content.options[0], option("Harbour City", citation=signed), content.options[2]))
    assert rules(vary(ruled_out, stem=draft.stem, citations=cited)) == []


def test_e05_a_foreseen_wrong_answers_own_citation_accounts_for_its_passage() -> None:
    cited = (Citation("article", "Its first congress met at Mill Bay in 1950"),)
    stem = "Where did the lagoon states of the pact have it signed?"
    bare = ShortText(("Mill Bay",), (WrongAnswer("Harbour City", "Not there."),))
    assert "E05" in rules(vary(bare, stem=stem, citations=cited))
    signed = Citation("article", "customs house of Harbour City")
    ruled_out = ShortText(("Mill Bay",), (WrongAnswer("Harbour City", "Not there.", signed),))
    assert rules(vary(ruled_out, stem=stem, citations=cited)) == []


@pytest.mark.parametrize("text", ["All of the above", "both of these", "A and C", "Both 1 and 3"])
def test_e08_options_do_not_point_at_each_other(text: str) -> None:
    assert "E08" in rules(vary(choice("Harbour City", "Mill Bay", text)))


def test_w17_none_of_the_above_is_no_answer() -> None:
    assert "W17" in rules(vary(choice("Harbour City", "Mill Bay", "None of the above")))


@pytest.mark.parametrize(
    "texts",
    [
        ("4 April 1949", "March 1948", "9 June 1950"),
        ("1949", "Mill Bay", "1950"),
        ("12 states", "5 cities", "11 states"),
        ("signing a pact", "to sign a treaty", "leaving a league"),
    ],
)
def test_w11_options_are_of_one_sort(texts: tuple[str, ...]) -> None:
    assert "W11" in rules(vary(choice(*texts)))


@pytest.mark.parametrize(
    "texts",
    [
        ("about a year", "about five years", "six years"),
        ("twelve", "11", "5"),
        ("right-wing", "green", "liberal"),
        ("spring", "summer", "winter"),
    ],
)
def test_w11_one_sort_may_be_written_in_several_ways(texts: tuple[str, ...]) -> None:
    assert "W11" not in rules(vary(choice(*texts)))


def test_w19_values_stand_in_order_and_ranges_apart() -> None:
    assert "W19" in rules(vary(choice("1949", "1950", "1948")))
    assert "W19" not in rules(vary(choice("1949", "1950", "1951")))
    assert "W19!" in rules(vary(choice("10 to 20 states", "15-30 states", "31 to 40 states")))


def test_w25_a_distractor_says_why_it_is_wrong() -> None:
    bare = Choice((*SOUND.content.options[:2], Option("Port Elm")))  # type: ignore[attr-defined]
    assert rules(vary(bare)) == ["W25"]


@pytest.mark.parametrize("year", ["1849", "1999"])
def test_w25_a_year_is_a_possible_one(year: str) -> None:
    content = choice("1949", "1950", year) if year > "1950" else choice(year, "1949", "1950")
    ordered = Choice(tuple(Option(o.text, o.text == "1949", "Not so.") for o in content.options))
    draft = vary(ordered, stem="In which year did the lagoon states sign?", citations=(Citation("article", QUOTE),))
    assert rules(draft) == ["W25"]


def test_typed_answers_are_held_to_their_key() -> None:
    assert rules(vary(typed("Harbour City"))) == []
