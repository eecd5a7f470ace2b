"""What a statement leaves open for someone who sees only the title and the question."""

import pytest

from quizapp.core.generation.drafting.bank import DraftDocument, draft
from quizapp.core.kinds import Choice, QuestionDraft, key_text
from quizapp.core.reading.document import read_document


def drafted(text: str, title: str = "The town of Marlow") -> tuple[QuestionDraft, ...]:
    read = read_document(text.encode(), "marlow.txt")
    return draft([DraftDocument("marlow", title, read)], title=title).questions


def ready(text: str, title: str = "The town of Marlow") -> list[QuestionDraft]:
    return [row for row in drafted(text, title) if row.tier == "ready"]


@pytest.mark.parametrize(
    "text",
    [
        "In 1821 the mayor of Marlow ordered some building work.",
        "Anna Neri, a merchant from Turin, sold both mills to Carlo Rossi in 1835.",
        "Repairing the bridge of Marlow in 1840 cost another $3 million.",
        "Paolo Verdi, a banker from Turin, became interested in the plan in 1836.",
        "Marlow lost its market, though, and in 1850 Carlo Rossi left for Paris.",
        "Typical speeds are 30 kilometres per hour in Denmark and 50 kilometres per hour in Sweden.",
    ],
)
def test_what_points_outside_is_for_the_eye(text: str) -> None:
    assert ready(text) == []


def test_a_name_between_commas_without_a_verb_is_no_sentence() -> None:
    assert drafted("Marlow Hall, seat of Lady Jane Corbet, near Henley Farm, where John Milton was born in 1608.") == ()


def test_a_surname_the_document_has_told_in_full_is_not_left_alone() -> None:
    text = (
        "John Corbet sold the mill of Marlow in 1821. Anna Corbet built a school in Marlow in 1835. "
        "In 1840 Corbet opened a library in Oxford."
    )
    assert not [row for row in ready(text) if "1840" in row.citations[0].quote]


def test_a_year_that_can_be_reckoned_is_not_asked() -> None:
    found = drafted("Queen Anna Neri ruled in Turin for only three years, from 1321 to 1324.")
    assert not [row for row in found if key_text(row.content) in {"1321", "1324", "three"}]


def test_a_count_is_not_asked_where_the_things_are_named() -> None:
    found = drafted("In 1835 the town of Marlow had two markets, Oldgate and Newgate, near the river Thames.")
    assert not [row for row in found if key_text(row.content) == "two"]


def test_what_stood_in_front_does_not_join_another_clause() -> None:
    names = "John Corbet came to Oxford in 1830. Marco Verdi, a chemist, died in 1840. "
    stems = [row.stem for row in drafted(names + "In 1821, Carlo Rossi proved that rivers carry salt to lakes.")]
    assert "In 1821, who proved that rivers carry salt to lakes?" in stems


def test_options_were_there_at_the_time() -> None:
    found = drafted("In 1859 the merchant Carlo Rossi moved his bank to the United States.")
    options = [option.text for row in found if isinstance(row.content, Choice) for option in row.content.options]
    assert "the United States" in options
    assert "the Soviet Union" not in options


def test_somebody_brought_in_as_kin_is_not_known_by_one_name() -> None:
    text = "In 1820 Anna Neri of Marlow lost her half-sister, Irma. In 1822 Irma opened a school in Oxford."
    assert not [row for row in ready(text) if "1822" in row.citations[0].quote]


def test_a_short_name_of_a_place_is_not_left_alone() -> None:
    text = "Henley Manor is near Marlow. The Manor was built in 1799 and sold by Carlo Rossi in Oxford."
    assert not [row for row in ready(text) if "1799" in row.citations[0].quote]


def test_the_person_a_title_names_in_full_is_the_hero() -> None:
    text = "We saw Corbet in Oxford. We met Corbet in Turin. We left Corbet in Rome. She died in Paris in 1835."
    stems = [row.stem for row in ready(text, "Anna Corbet: the first years")]
    assert "Anna Corbet died in ____ in 1835." in stems


def test_a_phrase_in_front_keeps_its_comma() -> None:
    stems = [row.stem for row in drafted("In the case of Marlow, for instance, Carlo Rossi sold 40 mills in 1835.")]
    assert any(stem.startswith("In the case of Marlow, ") for stem in stems)


def test_letters_that_the_document_spells_out_are_written_out() -> None:
    text = "The Turin Mill Board (TMB) met in Marlow. According to the TMB, Carlo Rossi left Oxford in 1835."
    assert any(row.stem.startswith("According to the Turin Mill Board, Carlo Rossi left ") for row in ready(text))


@pytest.mark.parametrize(
    "text",
    [
        "Printed with pictures by Carlo Rossi that showed the harbour, it was sold throughout Germany in 1835.",
        "Specifically higher salt was found in 1980 in the Turin ice core by Marco Verdi.",
        "The work on P1 and P3 in Marlow lasted between 12 and 15 hours.",
        "After spending a month in Oxford, she joined the army of Marco Verdi in 1835.",
    ],
)
def test_what_is_cut_off_or_coded_is_for_the_eye(text: str) -> None:
    assert ready(text) == []


def test_a_spread_of_error_is_no_number_to_ask_for() -> None:
    found = drafted("In 1835 the mines of Marlow held 158 ± 12 million tonnes of salt.")
    assert not [row for row in found if "12" in key_text(row.content)]


def test_a_ruler_stands_among_rulers() -> None:
    text = (
        "In 1821 Marco Verdi of Turin came. In 1830 Carlo Rossi of Turin left. Paolo Neri of Turin died in 1835. "
        "Pope Pius IX closed the market of Marlow in 1840."
    )
    found = [row for row in drafted(text) if key_text(row.content) == "Pope Pius IX"]
    assert {row.kind for row in found} <= {"cloze"}


def test_what_is_invented_need_not_be_known_before() -> None:
    stems = [row.stem for row in ready("Carlo Rossi invented the threshing engine in 1887.")]
    assert "____ invented the threshing engine in 1887." in stems


def test_a_place_of_one_plain_word_is_typed() -> None:
    found = ready("In 1835 the fleet of Carlo Rossi reached Quindiera in two days.")
    assert "Quindiera" in [key_text(row.content) for row in found]


def test_a_second_verb_without_its_and_is_no_sentence() -> None:
    found = drafted(
        "Turin, which had been captured from Corbet in 1713, still had a large market in the town of Marlow."
    )
    assert not [row for row in found if "1713, still" in row.stem or "____, still" in row.stem]


def test_a_country_of_long_ago_is_not_set_among_powers_of_later_days() -> None:
    found = drafted("In 1685 the duke Marco Verdi of Marlow lost his lands in France.")
    options = [option.text for row in found if isinstance(row.content, Choice) for option in row.content.options]
    assert not {"China", "Soviet Union"} & set(options)


def test_the_second_year_of_a_rise_is_the_later_one() -> None:
    found = drafted("The mills of Marlow rose from 40 in 1908 to 75 in 1912. Carlo Rossi left in 1905 and 1901.")
    years = [
        int(option.text)
        for row in found
        if isinstance(row.content, Choice) and key_text(row.content) == "1912"
        for option in row.content.options
    ]
    assert all(year > 1908 for year in years)


def test_two_clauses_are_not_asked_in_one_question() -> None:
    text = "In October 1781, the army left the town of Turin, and after eight days, Carlo Rossi took the town of Pisa."
    assert not [row for row in drafted(text) if row.stem.startswith("In what") and "Carlo" in row.stem]


def test_a_span_of_years_is_not_cut_at_its_dash() -> None:
    text = "Major Carlo Rossi, who led an army through Turin in 1819–1820, often called the town of Marlow dull."
    assert not [row for row in drafted(text) if "in 1819." in row.stem or row.stem.endswith("in ____.")]
