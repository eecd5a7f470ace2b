from dataclasses import replace

import pytest

from quizapp.core.generation.drafting.bank import DraftBank, DraftDocument, draft
from quizapp.core.generation.lint import lint_question
from quizapp.core.kinds import Choice, Matching, Multiple, TrueFalse, key_text
from quizapp.core.reading.anchors import find_quote
from quizapp.core.reading.document import read_document

TEXT = """The Harbour of Genoa

The harbour of Genoa was enlarged in 1821 by the engineer Carlo Rossi. It was painted by Marco Bianchi in 1835. \
In 1850, the Bank of Genoa lent 40,000 lire to Paolo Verdi, a merchant from Turin. \
The Treaty of Milan was signed by Austria, France, Belgium and Prussia. Spain and Russia refused to sign it in 1859. \
These ships were lost,, in the storm. He left the city of Genoa in 1866.

The Treaty of Milan was signed by:
Anna Neri, Minister of Foreign Affairs of Sardinia
Otto Braun, Ambassador of Prussia in Turin
Louis Petit, Secretary of State of the French Empire
"""


def drafted(text: str = TEXT, **more: int) -> DraftBank:
    read = read_document(text.encode(), "genoa.txt")
    return draft([DraftDocument("genoa", "The Harbour of Genoa", read)], title="Genoa", **more)


def asked(bank: DraftBank, kind: str, tier: str = "ready") -> dict[str, str]:
    """Each stem of a kind with its key."""
    return {row.stem: key_text(row.content) for row in bank.questions if row.kind == kind and row.tier == tier}


def test_years_numbers_and_people_become_choices() -> None:
    found = asked(drafted(), "choice")
    assert found["In what year was the harbour of Genoa enlarged by the engineer Carlo Rossi?"] == "1821"
    assert found["The harbour of Genoa was enlarged in 1821 by the engineer ____."] == "Carlo Rossi"
    assert found["In 1850, the Bank of Genoa lent 40,000 lire to ____, a merchant from Turin."] == "Paolo Verdi"


def test_a_list_becomes_a_set_and_offices_are_matched() -> None:
    bank = drafted()
    sets = [row for row in bank.questions if isinstance(row.content, Multiple)]
    assert [row.stem for row in sets] == ["By which of these was the Treaty of Milan signed? Tick every one."]
    matchings = [row.content for row in bank.questions if isinstance(row.content, Matching)]
    assert [(pair.left, pair.right) for content in matchings for pair in content.pairs] == [
        ("Anna Neri", "Minister of Foreign Affairs of Sardinia"),
        ("Otto Braun", "Ambassador of Prussia in Turin"),
        ("Louis Petit", "Secretary of State of the French Empire"),
    ]


def test_a_pronoun_read_back_is_named_as_a_doubt() -> None:
    found = [row for row in drafted().questions if "Marco Bianchi" in row.citations[0].quote]
    assert {row.tier for row in found} <= {"needs-your-eye"}


def test_every_quote_stands_in_the_document_and_no_blocking_rule_is_broken() -> None:
    read = read_document(TEXT.encode(), "genoa.txt")
    bank = drafted()
    assert bank.questions
    for row in bank.questions:
        for citation in row.citations:
            assert find_quote(read.text, citation.quote, spans_out=read.drops).exact == citation.quote
        assert [found.rule for found in lint_question(row, {"genoa": read}) if found.blocks] == []


def test_no_wrong_year_stands_in_the_same_sentence_or_after_the_document_ends() -> None:
    for row in drafted().questions:
        if isinstance(row.content, Choice) and row.slot.endswith(".year"):
            wrong = {int(option.text) for option in row.content.options if not option.right}
            assert len(wrong) >= 2
            assert max(wrong) <= 1866
            assert not any(str(year) in row.citations[0].quote for year in wrong)


def test_the_same_seed_gives_the_same_bank_and_another_seed_other_wrong_answers() -> None:
    assert drafted() == drafted()
    assert drafted(seed=1) != drafted(seed=2)


def test_at_most_as_many_questions_as_wanted() -> None:
    assert len(drafted(most=5).questions) <= 5


def test_the_account_tells_what_was_made_or_why_nothing() -> None:
    told = {row.text: row for row in drafted().account}
    assert told["These ships were lost,, in the storm."].refusals == ("doubled or stray punctuation",)
    first = told["The harbour of Genoa was enlarged in 1821 by the engineer Carlo Rossi."]
    assert len(first.slots) == 2
    assert first.refusals == ()
    listed = told["The Treaty of Milan was signed by Austria, France, Belgium and Prussia."]
    assert [slot.split(" ")[-1] for slot in listed.slots] == ["(ready)"]
    assert first.lines()[1].startswith("    asked: ")


@pytest.mark.parametrize("text", ["12", "Log in or register", "What is this? Who knows!"])
def test_a_text_without_facts_gives_an_empty_bank_that_says_why(text: str) -> None:
    bank = drafted(text)
    assert bank.questions == ()
    assert bank.notes[0].startswith("No question could be drafted")


def test_statements_to_judge_are_false_by_the_passage() -> None:
    for row in drafted().questions:
        if isinstance(row.content, TrueFalse) and not row.content.key:
            assert row.content.correction in {fact.statement for fact in drafted().facts.facts}


def test_two_documents_share_one_bank() -> None:
    read = read_document(TEXT.encode(), "genoa.txt")
    other = read_document(b"Turin was founded by the Romans in 1720 with 300 houses.", "turin.txt")
    bank = draft([DraftDocument("genoa", "Genoa", read), DraftDocument("turin", "Cities", other)], title="Italy")
    assert {row.citations[0].document for row in bank.questions} == {"genoa", "turin"}


def test_the_title_is_never_the_key() -> None:
    read = read_document(TEXT.encode(), "genoa.txt")
    bank = draft([DraftDocument("genoa", "Carlo Rossi", read)], title="Carlo Rossi")
    assert "Carlo Rossi" not in {key_text(row.content) for row in bank.questions}
    assert replace(bank) == bank


def test_progress_counts_every_sentence_once_up_to_all() -> None:
    told: list[tuple[int, int]] = []
    read = read_document(TEXT.encode(), "genoa.txt")
    draft([DraftDocument("genoa", "Genoa", read)], progress=lambda done, of: told.append((done, of)))
    count = sum(passage.kind == "sentence" for passage in read.passages)
    assert told[-1] == (count, count)
    assert told == sorted(told)


def test_a_repeated_sentence_is_asked_once_and_cited_where_it_stands_first() -> None:
    once = "The harbour of Genoa was enlarged in 1821 by the engineer Carlo Rossi."
    text = f"{once}\n\nNobody knows why.\n\n{once}\n\nAll agree.\n\n{once}"
    bank = drafted(text)
    assert [row.stem for row in bank.questions] == [row.stem for row in drafted(once).questions] != []
    assert {row.citations[0].quote for row in bank.questions} == {once}
    told = [row.refusals for row in bank.account if row.text == once]
    assert told == [(), *[("it says word for word what a sentence before it says",)] * 2]
