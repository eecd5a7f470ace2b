import pytest

from quizapp.core.generation.drafting.bank import DraftBank, DraftDocument, draft
from quizapp.core.generation.drafting.examples import members_of
from quizapp.core.generation.drafting.letters import spelled
from quizapp.core.generation.drafting.writings import writings_of
from quizapp.core.generation.language.syntax import parse_sentence
from quizapp.core.generation.mentions.vocabulary import make_of, read_vocabulary
from quizapp.core.kinds import Choice, Cloze, Matching, ShortText, key_text
from quizapp.core.reading.document import read_document


def drafted(text: str) -> DraftBank:
    read = read_document(text.encode(), "text.txt")
    return draft([DraftDocument("text", "Basics", read)], title="Basics")


def stems(text: str, tier: str = "ready") -> dict[str, str]:
    return {row.stem: key_text(row.content) for row in drafted(text).questions if row.tier == tier}


@pytest.mark.parametrize(
    ("sentence", "stem", "key"),
    [
        (
            "A democracy is a government in which political power rests in the hands of the people.",
            "What is the term for a government in which political power rests in the hands of the people?",
            "democracy",
        ),
        (
            "Photosynthesis is the process by which green plants make sugar from light and water.",
            "What is the term for the process by which green plants make sugar from light and water?",
            "photosynthesis",
        ),
        (
            "Sedimentary rocks are rocks that are formed when layers of sand or mud are pressed together.",
            "What is the term for rocks that are formed when layers of sand or mud are pressed together?",
            "sedimentary rocks",
        ),
        (
            "Osmosis refers to the movement of water through a membrane that holds back salt.",
            "What term refers to the movement of water through a membrane that holds back salt?",
            "osmosis",
        ),
        (
            "Immunodeficiency occurs when the body is less active against germs than normal.",
            "What occurs when the body is less active against germs than normal?",
            "immunodeficiency",
        ),
        (
            "The basic unit of territorial division in Poland is a commune (gmina).",
            "What is the basic unit of territorial division in Poland?",
            "commune",
        ),
        (
            "A fold of rock that bends upward in the middle is called an anticline.",
            "A fold of rock that bends upward in the middle is called an ____.",
            "anticline",
        ),
        (
            "In a theocracy, priests make the laws and lead the courts of the country.",
            "In a ____, priests make the laws and lead the courts of the country.",
            "theocracy",
        ),
        (
            "Firms like economies of scale, which means that the average cost of each unit falls as more are made.",
            "What term means that the average cost of each unit falls as more are made?",
            "economies of scale",
        ),
        (
            "Another form of government is oligarchy, in which a handful of rich members of society hold all power.",
            "What is the term for a form of government in which a handful of rich members of society hold all power?",
            "oligarchy",
        ),
        (
            "Iodine deficiency disorders (IDD) harm the young.",
            "What does the abbreviation 'IDD' stand for?",
            "Iodine deficiency disorders",
        ),
    ],
)
def test_a_term_is_asked_by_what_defines_it(sentence: str, stem: str, key: str) -> None:
    assert stems(sentence).get(stem) == key


@pytest.mark.parametrize(
    "sentence",
    [
        "The result is a change that nobody in the whole country had ever wanted to see.",
        "The government is the process by which somebody makes laws for the country.",
        "A democracy is not a government in which one person alone makes all the laws.",
        "It is a process by which green plants make sugar from light and water.",
        "Drugs such as these help the sick and the old alike in many ways.",
    ],
)
def test_what_does_not_define_a_term_is_never_ready(sentence: str) -> None:
    assert stems(sentence) == {}


def test_what_causes_a_thing_needs_an_eye_and_says_why() -> None:
    row = drafted("Erosion causes the loss of fertile soil on slopes without trees.").questions[0]
    assert (row.stem, row.tier) == ("What causes the loss of fertile soil on slopes without trees?", "needs-your-eye")
    assert row.doubt == "something else may have the same effect, or part of the cause is left out"


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        (
            "He saw primitive jawless vertebrates such as the lamprey and hagfish.",
            "the document may name others elsewhere",
        ),
        ("He saw old Iraqi cities such as Fallujah, Ramadi and Mosul.", "the document may name others elsewhere"),
    ],
)
def test_a_short_list_or_a_wide_class_needs_an_eye(text: str, doubt: str) -> None:
    found = [row for row in drafted(text).questions if row.slot.endswith(".example")]
    assert [row.doubt for row in found] == [doubt]


GOVERNMENTS = """A democracy is a government in which political power rests in the hands of the people. \
A monarchy is a government that is headed by one hereditary ruler. \
An oligarchy is a government in which a handful of rich people hold all power."""


def test_three_terms_of_one_make_are_each_others_wrong_answers_and_are_matched() -> None:
    questions = drafted(GOVERNMENTS).questions
    options = [{option.text for option in row.content.options} for row in questions if isinstance(row.content, Choice)]
    assert options == [{"democracy", "monarchy", "oligarchy"}] * 3
    matching = next(row.content for row in questions if isinstance(row.content, Matching))
    assert [pair.left for pair in matching.pairs] == ["democracy", "monarchy", "oligarchy"]
    assert matching.pairs[1].right == "a government that is headed by one hereditary ruler"


def test_two_terms_alone_are_typed() -> None:
    two = GOVERNMENTS.rsplit("An oligarchy", 1)[0]
    assert {type(row.content) for row in drafted(two).questions if row.tier == "ready"} <= {ShortText, Cloze}


def test_a_second_name_in_brackets_and_the_plural_are_accepted() -> None:
    row = drafted("The basic unit of territorial division in Poland is a commune (gmina).").questions[0]
    assert isinstance(row.content, ShortText)
    assert row.content.accept == ("commune", "communes", "gmina")


@pytest.mark.parametrize(
    ("words", "letters", "found"),
    [
        ("the iodine deficiency disorders", "IDD", "iodine deficiency disorders"),
        ("the University of Chicago", "UC", "University of Chicago"),
        ("adult second language", "L2", "second language"),
        ("cytotoxic T-cell lymphocytes", "CTCLs", "cytotoxic T-cell lymphocytes"),
        ("consortium of Dutch academic libraries", "UKB", ""),
        ("of the Netherlands", "B", ""),
        ("--- The Crew Exploration Vehicle", "CEV", "Crew Exploration Vehicle"),
    ],
)
def test_letters_stand_for_the_words_they_begin(words: str, letters: str, found: str) -> None:
    assert spelled(words.split(), letters) == found


@pytest.mark.parametrize(
    ("listed", "found"),
    [
        ("methotrexate or azathioprine", ["methotrexate", "azathioprine"]),
        ("the lamprey and hagfish", ["lamprey", "hagfish"]),
        ("cortisol and catecholamines, peak", ["cortisol", "catecholamines"]),
        ("ATL, NUT or NASUWT and reports in recent years", ["ATL", "NUT", "NASUWT"]),
        ("cyclosporin prevent T cells from responding", []),
        ("iron and steel and coal", []),
        ("lamprey, hagfish", []),
        ("carbon cycling and storage", []),
        ("respecting holy sites and holy books", []),
    ],
)
def test_the_members_of_a_list_end_where_the_sentence_goes_on(listed: str, found: list[str]) -> None:
    assert members_of(listed)[0] == found


@pytest.mark.parametrize(
    ("term", "counted", "found"),
    [
        ("monarchy", True, ("monarchies",)),
        ("monarchy", False, ()),
        ("cytotoxic drugs", False, ("cytotoxic drug",)),
        ("osmosis", True, ()),
        ("well-being", False, ("well being", "wellbeing")),
        ("communities", False, ("community",)),
    ],
)
def test_a_term_may_be_typed_in_its_other_number_or_without_its_hyphen(
    term: str, counted: bool, found: tuple[str, ...]
) -> None:
    assert writings_of(term, counted=counted) == found


def test_terms_are_kin_by_head_or_by_make() -> None:
    text = "Cytotoxic drugs and immunosuppressive drugs and large drugs differ from monarchy and democracy."
    terms = read_vocabulary([parse_sentence(text)])
    assert terms.kin_of("cytotoxic drugs") == ["immunosuppressive drugs"]
    assert terms.kin_of("monarchy") == ["democracy"]
    assert (make_of("oligarchy"), make_of("osmosis"), make_of("table")) == ("rule", "osis", "")
