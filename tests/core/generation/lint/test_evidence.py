from decimal import Decimal

import pytest

from quizapp.core.kinds import (
    Choice,
    Citation,
    Content,
    Date,
    Matching,
    Multiple,
    Number,
    Option,
    OrderedItem,
    Ordering,
    Pair,
    PartialDate,
    TrueFalse,
    Witness,
)
from quizapp.core.reading.document import with_drops
from quizapp.core.reading.spans import Drop
from tests.core.generation.lint.cases import (
    DOCUMENTS,
    QUOTE,
    SOUND,
    TEXT,
    choice,
    findings,
    option,
    rules,
    typed,
    vary,
)


def test_a_sound_question_breaks_no_rule() -> None:
    assert findings(SOUND) == []


@pytest.mark.parametrize(
    ("citation", "message"),
    [
        (Citation("article", "signed in Harbour City"), "does not hold the words"),
        (Citation("article", "congress met"), "stand 2 times"),
        (Citation("novel", QUOTE), "there is no document 'novel'"),
    ],
)
def test_e01_a_quote_stands_once_in_its_document(citation: Citation, message: str) -> None:
    found = [row.message for row in findings(vary(citations=(SOUND.citations[0], citation))) if row.rule == "E01"]
    assert len(found) == 1
    assert message in found[0]


def test_e01_a_dropped_line_is_not_quoted() -> None:
    start = TEXT.index("The pact of")
    dropped = with_drops(DOCUMENTS["article"], (Drop(start, start + 200, "menu"),))
    assert "E01" in rules(SOUND, {**DOCUMENTS, "article": dropped})


def test_e01_a_question_without_evidence_is_refused() -> None:
    assert "E01" in rules(vary(citations=()))


def test_e01_the_quotes_of_options_and_witnesses_count_too() -> None:
    lost = Citation("article", "words that nobody wrote")
    options = choice("Harbour City", "Mill Bay", "Port Elm").options[:2]
    assert rules(vary(Choice((*options, option("Port Elm", citation=lost))))) == ["E01"]
    witness = Witness("paper", "words that nobody wrote", "agrees")
    assert rules(vary(witnesses=(witness,))) == ["E01"]


@pytest.mark.parametrize(
    ("content", "quote"),
    [
        (typed("Harbour City"), QUOTE),
        (typed("the harbour", "HARBOUR CITY"), QUOTE),
        (Date(PartialDate(1949, 4, 4)), QUOTE),
        (Date(PartialDate(1949)), QUOTE),
        (Number(Decimal(12), unit="states"), "by twelve states"),
        (TrueFalse(True), QUOTE),
    ],
)
def test_e02_a_key_is_supported_by_words_or_by_value(content: Content, quote: str) -> None:
    assert "E02" not in rules(vary(content, citations=(Citation("article", quote),)))


@pytest.mark.parametrize(
    ("content", "quote"),
    [
        (typed("Harbourton"), QUOTE),
        (typed("City Harbour"), QUOTE),
        (Date(PartialDate(1949, 4, 5)), QUOTE),
        (Date(PartialDate(1950)), QUOTE),
        (Date(PartialDate(1949, 4, 4)), "Its first congress met at Mill Bay in 1950"),
        (Number(Decimal(11), unit="states"), "by twelve states"),
    ],
)
def test_e02_a_key_that_the_quote_does_not_say_is_refused(content: Content, quote: str) -> None:
    assert "E02" in rules(vary(content, citations=(Citation("article", quote),)))


def test_e02_a_declared_paraphrase_must_stand_in_the_quote() -> None:
    content = choice("a port on the lagoon", "a village inland", "a mountain pass")
    assert "E02" in rules(vary(content))
    assert "E02" not in rules(vary(content, overrides={"E02": "Harbour City"}))
    assert "E02" in rules(vary(content, overrides={"E02": "Seaside City"}))


def test_e02_each_right_option_and_each_pair_needs_its_words() -> None:
    cited = (Citation("article", "Ana Bell and Ben Cook led the talks"),)
    two = [Option("Ana Bell", right=True), Option("Cyd Dorn", right=True), option("Eve Faro")]
    draft = vary(Multiple(tuple(two)), stem="Who led the talks? Tick every one.", citations=cited)
    assert [row.message for row in findings(draft) if row.rule == "E02"] == ["no cited quote says “Cyd Dorn”"]
    places = Matching((Pair("first congress", "Mill Bay"), Pair("second congress", "Harbour City")))
    cited = (Citation("article", "Its first congress met at Mill Bay in 1950, and a second congress met at Port Elm"),)
    draft = vary(places, stem="Match each congress with its town.", citations=cited)
    assert [row.message for row in findings(draft) if row.rule == "E02"] == [
        "no cited quote says “second congress: Harbour City”"
    ]


def test_e02_what_a_false_statement_changes_must_be_supported() -> None:
    false = TrueFalse(False, "The lagoon states signed their pact in 1949.", SOUND.citations[0])
    assert rules(vary(false, stem="The lagoon states signed their pact in 1952.")) == []
    false = TrueFalse(False, "The lagoon states signed their pact in 1947.", SOUND.citations[0])
    assert rules(vary(false, stem="The lagoon states signed their pact in 1952.")) == ["E02"]
    assert rules(vary(TrueFalse(True), stem="The lagoon states signed their pact in 1952.")) == ["E02"]


def test_e02_which_not_needs_members_in_the_list_and_a_key_outside_it() -> None:
    cited = (Citation("article", "renewed in March, April and May 1955"),)
    stem = "In which month of 1955 was the pact of the lagoon NOT renewed?"
    draft = vary(choice("June", "March", "April"), id="pact.months.choice-not", stem=stem, citations=cited)
    assert rules(draft) == []
    draft = vary(choice("May", "March", "April"), id="pact.months.choice-not", stem=stem, citations=cited)
    assert rules(draft) == ["E02"]
    draft = vary(choice("June", "March", "July"), id="pact.months.choice-not", stem=stem, citations=cited)
    assert rules(draft) == ["E02"]


def test_e03_an_ordering_stands_in_the_order_of_its_dates() -> None:
    first = OrderedItem(
        "The congress of Mill Bay", "1950", Citation("article", "first congress met at Mill Bay in 1950")
    )
    second = OrderedItem("The congress of Port Elm", "1952", Citation("article", "met at Port Elm in 1952"))
    signed = OrderedItem("The signing", "April 1949", Citation("article", QUOTE))
    right = Ordering((signed, first, second))
    assert rules(vary(right, stem="Put these events in order.")) == []
    assert rules(vary(Ordering((first, signed, second)), stem="Put these events in order.")) == ["E03"]


@pytest.mark.parametrize(
    "text",
    [
        "Option B is right because the town was neutral ground for both of the sides.",
        "As the first answer says, the town was neutral ground for both of the sides.",
        "That is why (a) is the only one of them that lies between the two capitals.",
        "The lagoon states signed their pact in Harbour City.",
    ],
)
def test_e07_an_explanation_names_no_position_and_adds_something(text: str) -> None:
    assert rules(vary(explanation=text)) == ["E07"]


def test_e07_no_explanation_is_better_than_an_empty_one() -> None:
    assert rules(vary(explanation="")) == []


def test_w26_furniture_is_not_asked() -> None:
    assert rules(vary(stem="In which town was the photograph of the lagoon states taken?")) == ["W26"]


def test_w26_a_disputed_fact_names_its_source() -> None:
    witness = Witness("paper", "the pact was signed on 4 May 1949", "disputes", "4 May 1949")
    dates = choice("4 April 1949", "1 March 1949", "9 June 1949")
    ordered = Choice((dates.options[1], dates.options[0], dates.options[2]))
    draft = vary(ordered, stem="On what date did the lagoon states sign their pact?", witnesses=(witness,))
    assert rules(draft) == ["W26!"]
    for stem in (
        "According to the article, when did the lagoon states sign?",
        "When does the article date the signing?",
    ):
        assert "W26!" not in rules(vary(ordered, stem=stem, witnesses=(witness,)))


@pytest.mark.parametrize(
    "stem",
    ["In which city was Napoleon crowned?", "Which green moon tastes best?"],
)
def test_w26_the_documents_speak_of_what_is_asked(stem: str) -> None:
    found = [row for row in findings(vary(stem=stem)) if row.rule == "W26"]
    assert "speak nowhere of" in found[0].message


def test_w26_knows_kin_of_a_name_and_leaves_false_statements_their_names() -> None:
    assert "W26" not in rules(vary(stem="In which town did the Lagoonish states sign their pact?"))
    false = vary(
        TrueFalse(key=False, correction="It was signed in Harbour City."), stem="The pact was signed in Napoli."
    )
    assert not [row for row in findings(false) if "speak nowhere" in row.message]
