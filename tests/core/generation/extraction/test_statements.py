from quizapp.core.generation.extraction.frame import ask_subject, ask_with, frame_of
from quizapp.core.generation.extraction.references import Known
from quizapp.core.generation.extraction.statements import Surroundings, read_source, statements_of
from quizapp.core.generation.language.syntax import parse_sentence
from quizapp.core.generation.mentions.roster import make_roster


def statements(text: str, before: str = "", hero: str = "") -> list[tuple[str, str, str]]:
    """The statements of one sentence: how each was made, its text and its quote."""
    source = read_source("d", 0, 0, text, 0, len(text))
    roster = make_roster([(0, source.syntax)])
    around = Surroundings(text, roster, Known(), parse_sentence(before) if before else None, hero)
    return [(row.how, row.text, row.quote) for row in statements_of(source, around)[0]]


def test_a_clause_stands_by_itself_with_its_own_quote() -> None:
    text = "Byron left England in 1816, and Shelley followed him to Geneva."
    assert ("clause", "Byron left England in 1816.", "Byron left England in 1816") in statements(text)


def test_an_aside_is_cut_and_what_it_says_is_kept() -> None:
    text = "Fort Caroline, which was founded in 1564 by Huguenots, fell to Spain in 1565."
    found = statements(text)
    assert ("without an aside", "Fort Caroline fell to Spain in 1565.", text) in found
    assert ("said aside", "Fort Caroline was founded in 1564 by Huguenots.") in [row[:2] for row in found]


def test_what_was_done_to_somebody_in_passing_is_a_statement() -> None:
    text = "The US rejected the idea of Molotov, with West Germany ultimately invited into NATO in May 1955."
    assert "West Germany was invited into NATO in May 1955." in [row[1] for row in statements(text)]


def test_a_pronoun_is_named_after_the_subject_before_it() -> None:
    found = statements("It was ratified in Belgium in 1948.", before="The Treaty of Brussels was signed in March.")
    assert [row[1] for row in found] == ["The Treaty of Brussels was ratified in Belgium in 1948."]


def test_the_treaty_is_named_after_the_one_before() -> None:
    found = statements("This treaty was signed by Belgium and France.", before="In 1948 the Treaty of Brussels came.")
    assert [row[1] for row in found] == ["The Treaty of Brussels was signed by Belgium and France."]


def test_he_is_the_person_the_document_is_about() -> None:
    found = statements("In 1801, he was sent to Harrow.", hero="Byron")
    assert [row[1] for row in found] == ["In 1801, Byron was sent to Harrow."]


def test_questions_are_asked_only_of_a_sure_frame() -> None:
    syntax = parse_sentence("In 1955, Eero Saarinen designed a second master plan.")
    frame = frame_of(syntax)
    assert frame is not None
    assert (
        ask_with(frame, syntax, "In what year", (0, 7)) == "In what year did Eero Saarinen design a second master plan?"
    )
    assert ask_subject(frame, syntax, "Who") == "Who designed a second master plan in 1955?"
    assert frame_of(parse_sentence("There were 40 ships in the harbour of Genoa.")) is None


def test_a_surname_is_written_out_as_the_one_who_bears_it() -> None:
    text = "Farel was a student of Lefevre in Paris."
    source = read_source("d", 0, 0, text, 0, len(text))
    roster = make_roster([(0, parse_sentence("Jacques Lefevre taught in Paris.")), (1, source.syntax)])
    found, _ = statements_of(source, Surroundings(text, roster, Known()))
    assert [(row.text, row.quote) for row in found] == [("Farel was a student of Jacques Lefevre in Paris.", text)]
    known = Surroundings(text, roster, Known(title=frozenset({"lefevre"})))
    assert [row.text for row in statements_of(source, known)[0]] == [text]
