"""What is suggested for marked words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.generation.lint import Sources, lint_question
from quizapp.core.generation.marking import CannotMark, SuggestedForm, Suggestion, suggest
from quizapp.core.generation.marking.reading import setting_of
from quizapp.core.kinds import Choice, Cloze, Date, Multiple, Number, ShortText, TrueFalse
from quizapp.core.reading.document import read_document
from tests.core.generation.marking.text import TEXT, document, marked, place_of

BANK = Path(__file__).parents[4] / "questions" / "ussr-and-nato" / "documents"


def form(found: Suggestion, kind: str) -> SuggestedForm:
    return next(row for row in found.forms if row.kind == kind)


def options(found: Suggestion) -> list[str]:
    content = form(found, "choice").draft.content
    assert isinstance(content, Choice)
    return [option.text for option in content.options]


def test_a_year_is_asked_in_every_form_that_suits() -> None:
    found = marked("built in 1712", "1712")
    assert found.sort == "year"
    assert found.statement == "The old mill was built in 1712 by Hans Carvel."
    assert [row.kind for row in found.forms] == ["choice", "date", "cloze", "true_false"]
    assert form(found, "date").draft.stem == "In what year was the old mill built by Hans Carvel?"
    content = form(found, "date").draft.content
    assert isinstance(content, Date)
    assert content.value.year == 1712
    assert "1712" in options(found)
    assert len(options(found)) == 4


def test_the_evidence_is_the_sentence_word_for_word() -> None:
    found = marked("built in 1712", "1712")
    (citation,) = found.fact.evidence
    assert Sources({"mills": document()}).anchor(citation) is not None
    assert "1712" in citation.quote


def test_a_date_a_number_a_person_and_a_term() -> None:
    assert marked("4 April 1749").sort == "date"
    number = marked("ground 40 tons", "40 tons")
    assert number.sort == "number"
    content = form(number, "number").draft.content
    assert isinstance(content, Number)
    assert content.value == 40
    assert marked("by Hans Carvel", "Hans Carvel").sort == "person"
    assert marked("Friction is", "Friction").sort == "term"


def test_words_in_brackets_are_asked_in_the_sentence_as_it_stands() -> None:
    found = marked("(see 1755)", "1755")
    assert form(found, "cloze").draft.stem == "He wrote about it (see ____) in a letter."


def test_the_plain_forms_are_always_offered() -> None:
    for phrase, words in (("slows moving bodies", "moving bodies"), ("ended the war", "the war"), ("Brolin", "")):
        found = marked(phrase, words)
        kinds = [row.kind for row in found.forms]
        assert "cloze" in kinds
        assert "short_text" in kinds
        cloze = form(found, "cloze").draft
        assert isinstance(cloze.content, Cloze)
        assert cloze.stem.count("____") == 1


def test_a_form_that_wants_words_says_which_and_is_not_the_first_choice() -> None:
    found = marked("slows moving bodies", "moving bodies")
    assert form(found, "short_text").needs == "Write the question."
    assert form(found, "choice").needs == "Write at least two wrong answers that somebody might believe."
    assert form(found, "choice").is_blocked
    assert found.best == "cloze"


def test_a_long_answer_is_not_one_to_type() -> None:
    text = "Friction is the force that slows down all of the bodies which move over others."
    found = marked("slows down all of the bodies which move", text=text)
    assert form(found, "cloze").note.startswith("Few will type")
    assert form(found, "true_false").note.startswith("There is no other value")


@pytest.mark.parametrize(
    ("text", "words", "said"),
    [
        ("Most iodine comes from seafood, milk and iodised salt.", "seafood, milk and iodised salt", "another order"),
        ("Such drugs slow the body down by killing dividing cells.", "killing dividing cells", "Other words"),
        ("Drugs such as cyclosporin keep cells from answering.", "cyclosporin", "only an example"),
        ("The old kings of Brolin took the Bishop of Rome for a friend.", "Bishop of Rome", ""),
        ("Anna Falk described the mill in a book in 1790.", "1790", ""),
    ],
)
def test_what_may_be_typed_otherwise_is_said(text: str, words: str, said: str) -> None:
    note = form(marked(words, text=text), "cloze").note
    assert said in note
    assert bool(said) == bool(note)


def test_a_surname_is_enough_where_one_person_bears_it() -> None:
    text = (
        "Byron fell in love with Mary Chaworth in 1803. Miss Chaworth lived near. Later Byron met John Stone in Rome. "
    )
    content = form(marked("with Mary Chaworth", "Mary Chaworth", text=text), "cloze").draft.content
    assert isinstance(content, Cloze)
    assert "Chaworth" in content.accept
    text += "Anna Stone was his sister, and John Stone wrote to her in 1810. Anna Stone answered in 1811."
    content = form(marked("met John Stone", "John Stone", text=text), "cloze").draft.content
    assert isinstance(content, Cloze)
    assert "Stone" not in content.accept


def test_what_no_rule_stands_against_is_the_first_choice() -> None:
    found = marked("closed in 1840", "1840")
    best = form(found, found.best)
    assert not best.is_blocked
    assert best.is_clean


def test_each_form_is_held_to_the_item_rules() -> None:
    found = marked("built in 1712", "1712")
    sources = Sources({"mills": document()})
    for row in found.forms:
        assert list(row.findings) == ([] if row.needs else lint_question(row.draft, sources))


def test_a_wrong_answer_of_the_document_brings_its_passage() -> None:
    found = marked("founded by Greta Holm", "Greta Holm")
    content = form(found, "choice").draft.content
    assert isinstance(content, Choice)
    cited = {option.text: option for option in content.options if option.citation}
    assert cited
    for option in cited.values():
        assert option.citation is not None
        assert option.text in option.citation.quote
        assert option.reason == f"The document names {option.text} elsewhere, for something else."


def test_a_wrong_answer_that_may_be_right_is_left_out() -> None:
    text = "The mill was built in 1712 by Hans Carvel. Again: the mill was built by Hans Carvel in 1731, others say."
    assert "1731" not in options(marked("built in 1712", "1712", text=text))


def test_the_statement_can_be_put_in_other_words() -> None:
    found = marked("ground 40 tons", "40", statement="The mill of Greta Holm ground 40 tons of flour a year.")
    assert found.statement == "The mill of Greta Holm ground 40 tons of flour a year."
    assert form(found, "cloze").draft.stem == "The mill of Greta Holm ground ____ tons of flour a year."
    assert found.fact.evidence[0].quote == "It ground 40 tons of flour a year."


@pytest.mark.parametrize("statement", ["It ground forty tons.", "40 mills ground 40 tons."])
def test_a_statement_without_its_answer_is_refused(statement: str) -> None:
    with pytest.raises(CannotMark, match="must hold the marked words “40” once"):
        marked("ground 40 tons", "40", statement=statement)


def test_a_sentence_that_stands_twice_is_quoted_with_its_neighbour() -> None:
    text = "It rained in May. The mill was built in 1712. It snowed in June. The mill was built in 1712.\n"
    found = marked("snowed in June. The mill was built in 1712", "1712", text=text)
    assert Sources({"mills": document(text)}).anchor(found.fact.evidence[0]) is not None
    assert "snowed" in found.fact.evidence[0].quote


def test_the_same_words_give_the_same_and_the_seed_is_heard() -> None:
    assert marked("built in 1712", "1712") == marked("built in 1712", "1712")
    assert len({tuple(options(marked("ground 40 tons", "40", seed=seed))) for seed in range(5)}) > 1


def test_a_name_is_not_accepted_with_more_than_itself() -> None:
    text = "In 1700 several hundred settlers came to Virginia. The Virginia General Assembly met in 1705 in Jamestown."
    content = form(marked("came to Virginia", "Virginia", text=text), "cloze").draft.content
    assert isinstance(content, Cloze)
    assert content.accept == ("Virginia",)


def test_a_list_may_be_asked_for_as_a_whole() -> None:
    text = "Most iodine in food comes from seafood, milk and iodised salt."
    found = marked("seafood, milk and iodised salt", text=text)
    several = form(found, "multiple")
    content = several.draft.content
    assert isinstance(content, Multiple)
    assert [option.text for option in content.options] == ["seafood", "milk", "iodised salt"]
    assert several.needs == "Write the question."


@pytest.mark.parametrize("words", ["4 April 1749", "Hans Carvel", "Brolin", "slows moving bodies"])
def test_what_is_no_list_is_not_asked_for_as_one(words: str) -> None:
    assert "multiple" not in [row.kind for row in marked(words).forms]


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(TEXT)), st.integers(1, 60))
def test_any_selection_gives_whole_questions_or_a_refusal_in_words(start: int, size: int) -> None:
    sources = Sources({"mills": document()})
    try:
        found = suggest(sources, "mills", "The mills of the Wend", start, start + size)
    except CannotMark as refused:
        said = str(refused)
    else:
        said = ""
    if said:
        assert said.endswith(".")
        return
    assert {row.kind for row in found.forms} >= {"cloze", "true_false"}
    for row in found.forms:
        assert row.draft.citations
        content = row.draft.content
        key = content.key_text() if not isinstance(content, TrueFalse) else ""
        assert key or isinstance(content, TrueFalse)
        assert row.needs or row.draft.stem
        assert isinstance(content, Choice | Multiple | ShortText | Cloze | TrueFalse | Number | Date)
    assert not found.best or not form(found, found.best).is_blocked


@pytest.mark.parametrize("path", sorted(BANK.glob("*.txt")), ids=lambda path: path.stem)
def test_every_recognised_word_of_a_real_article_can_be_marked(path: Path) -> None:
    read = read_document(path.read_bytes(), path.name)
    sources = Sources({"article": read})
    for passage in read.passages[::4]:
        text = read.text[passage.start : passage.end]
        words = [word for word in text.split() if word[:1].isupper() or word[:1].isdigit()]
        for word in words[:3]:
            at = passage.start + text.index(word)
            try:
                found = suggest(sources, "article", "The article", at, at + len(word))
            except CannotMark:
                continue
            assert sources.anchor(found.fact.evidence[0]), (word, text)


def test_a_long_document_is_read_only_round_the_mark() -> None:
    text = TEXT + "\n".join(
        f"In {1500 + n % 400} the mill of Number {n} was built by Hans Carvel." for n in range(3000)
    )
    found = marked("the mill of Number 2900 was", "Number 2900", text=text)
    assert found.statement.startswith("In ")


def test_places_are_what_the_tests_think() -> None:
    assert TEXT[slice(*place_of("ground 40 tons", "40"))] == "40"


def test_another_seed_reads_the_document_no_second_time() -> None:
    read = document()
    first, other = (setting_of(read, "mills", "Mills", seed, 3) for seed in (0, 1))
    assert (first.seed, other.seed) == (0, 1)
    assert first.roster is other.roster
    assert first.times is other.times
