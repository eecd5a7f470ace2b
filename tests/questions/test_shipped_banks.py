"""Every bank that is shipped, held to every rule there is for one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from quizapp.core.generation.lint.guessing import key_places, longest_guess
from quizapp.core.grading import grade
from quizapp.core.kinds import (
    KINDS,
    Arranged,
    Choice,
    Chosen,
    Cloze,
    Content,
    Date,
    Judged,
    Matched,
    Matching,
    Multiple,
    Number,
    Ordering,
    QuestionDraft,
    Response,
    ShortText,
    Ticked,
    TrueFalse,
    Typed,
    check,
    key_text,
)
from quizapp.interchange.bank_folder import BankFolder, read_bank, read_folder
from quizapp.interchange.bank_lint import PlacedFinding, lint_folder, stale_problem
from tests.learning import right_response

QUESTIONS = Path(__file__).parents[2] / "questions"
BANKS = sorted(path.parent for path in QUESTIONS.glob("*/bank.yaml"))
FIRST = QUESTIONS / "ussr-and-nato"

pytestmark = pytest.mark.parametrize("folder", BANKS, ids=lambda path: path.name)


@cache
def bank_of(folder: Path) -> BankFolder:
    """Read a bank once for all tests; it raises with every problem there is."""
    return read_bank(folder)


@cache
def findings_of(folder: Path) -> tuple[PlacedFinding, ...]:
    """Lint a bank once for all tests."""
    return tuple(lint_folder(read_folder(folder)))


def wrong_responses(content: Content) -> list[Response]:
    """Every single mistake that can be made."""
    match content:
        case Choice():
            return [Chosen(index) for index in range(len(content.options)) if index != content.key]
        case Multiple():
            others = set(range(len(content.options))) - content.keys
            return [*(Ticked(content.keys | {n}) for n in others), *(Ticked(content.keys - {n}) for n in content.keys)]
        case TrueFalse():
            return [Judged(not content.key)]
        case Matching():
            count, key = len(content.rights()), content.key()
            return [Matched((*key[:n], (right + 1) % count, *key[n + 1 :])) for n, right in enumerate(key)]
        case Ordering():
            return [Arranged(tuple(reversed(range(len(content.items)))))]
        case ShortText() | Cloze() | Number() | Date():
            return [Typed(row.text) for row in content.wrong]
    raise AssertionError(content)


def test_it_is_sound_and_every_quote_stands_at_its_place(folder: Path) -> None:
    bank = bank_of(folder)
    texts = bank.texts()
    for citation, anchor in bank.anchors.items():
        document = texts[citation.document]
        assert document.text[anchor.start : anchor.end] == anchor.exact
        assert not any(drop.start < anchor.end and anchor.start < drop.end for drop in document.drops), citation
        assert " ".join(anchor.exact.split()) == " ".join(citation.quote.split()), "to the letter"


def test_no_question_is_about_what_was_dropped(folder: Path) -> None:
    bank = bank_of(folder)
    for key, document in bank.texts().items():
        for drop in document.drops:
            words = document.text[drop.start : drop.end].strip()
            quotes = [quote.quote for quote in bank.anchors if quote.document == key]
            assert not any(words in quote or quote in words for quote in quotes if len(words) > 3)


def test_each_key_earns_the_full_mark_and_no_mistake_does(folder: Path) -> None:
    for draft in bank_of(folder).drafts:
        assert check(draft.content, draft.stem) == [], draft.id
        right = grade(draft.content, right_response(draft.content))
        assert (right.verdict, right.points) == ("right", right.out_of), draft.id
        for response in wrong_responses(draft.content):
            mark = grade(draft.content, response)
            assert mark.verdict != "right", (draft.id, response)
            assert mark.points < mark.out_of, (draft.id, response)


def test_the_key_as_shown_and_every_accepted_form_is_right(folder: Path) -> None:
    for draft in bank_of(folder).drafts:
        if isinstance(draft.content, ShortText | Cloze | Number | Date):
            more = () if isinstance(draft.content, Number | Date) else draft.content.accept
            for form in (key_text(draft.content), *more):
                assert grade(draft.content, Typed(form)).verdict == "right", (draft.id, form)


DRESSES = ("It was {}", "Soviet Foreign Minister {}", "President {}", "{} (as everybody knows)", "{} (the minister)")


def test_no_wrong_option_of_a_slot_becomes_right_by_words_round_it(folder: Path) -> None:
    drafts = bank_of(folder).drafts
    for draft in drafts:
        if isinstance(draft.content, ShortText | Cloze):
            others = {text for row in drafts if row.slot == draft.slot for text, _, _ in wrong_rows(row)}
            for typed in (dress.format(text) for text in others for dress in ("{}", *DRESSES)):
                assert grade(draft.content, Typed(typed)).verdict == "wrong", (draft.id, typed)


def test_no_e_rule_is_broken(folder: Path) -> None:
    assert [str(row) for row in findings_of(folder) if row.finding.blocks] == []


def test_every_warning_has_its_recorded_reason(folder: Path) -> None:
    assert [str(row) for row in findings_of(folder) if not row.finding.blocks and not row.finding.reason] == []


def test_no_reason_is_recorded_for_nothing(folder: Path) -> None:
    fired = {(row.finding.question, row.finding.rule) for row in findings_of(folder)}
    for draft in bank_of(folder).drafts:
        unused = {rule for rule in draft.overrides if rule != "E02" and (draft.id, rule) not in fired}
        assert not unused, (draft.id, unused)


def test_each_explanation_is_there_and_each_distractor_says_why_it_is_wrong(folder: Path) -> None:
    for draft in bank_of(folder).drafts:
        assert draft.explanation, draft.id
        for text, reason, cited in wrong_rows(draft):
            assert reason, (draft.id, text)
            assert cited or "sources" in reason.lower() or "source" in reason.lower(), (draft.id, text, reason)


def wrong_rows(draft: QuestionDraft) -> list[tuple[str, str, bool]]:
    """Each wrong answer of a question with its reason and whether a passage rules it out."""
    content = draft.content
    if isinstance(content, Choice | Multiple):
        return [(row.text, row.reason, row.citation is not None) for row in content.options if not row.right]
    if isinstance(content, Matching):
        return [(row.text, row.reason, row.citation is not None) for row in content.extras]
    if isinstance(content, ShortText | Cloze | Number | Date):
        return [(row.text, row.reason, row.citation is not None) for row in content.wrong]
    return []


def test_keys_stand_at_every_place_and_the_longest_option_is_no_guess(folder: Path) -> None:
    drafts = bank_of(folder).drafts
    for size, counts in key_places(drafts).items():
        places = [counts[place] for place in range(size)]
        assert max(places) - min(places) <= max(2, sum(places) // 10), (size, places)
    rate, chance = longest_guess(drafts)
    assert rate <= chance + 0.10


def test_true_and_false_statements_are_balanced(folder: Path) -> None:
    truths = Counter(draft.content.key for draft in bank_of(folder).drafts if isinstance(draft.content, TrueFalse))
    assert abs(truths[True] - truths[False]) <= max(2, sum(truths.values()) // 10)


def test_questions_are_what_the_facts_give(folder: Path) -> None:
    assert stale_problem(read_folder(folder)) is None


def test_generating_again_gives_the_same_bytes_whatever_the_hash_seed_and_place(folder: Path, tmp_path: Path) -> None:
    for seed in ("0", "12345"):
        copy = shutil.copytree(folder, tmp_path / seed / folder.name)
        (copy / "questions.yaml").unlink()
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", "from quizapp.cli import main; main()", "generate", str(copy)]
        subprocess.run(command, env=environment, check=True, capture_output=True)
        assert (copy / "questions.yaml").read_bytes() == (folder / "questions.yaml").read_bytes()


def test_each_quiz_is_there_and_holds_ready_questions(folder: Path) -> None:
    bank = bank_of(folder)
    tiers = {draft.id: draft.tier for draft in bank.drafts}
    for plan in bank.quizzes:
        assert plan.questions
        assert {tiers[name] for name in plan.questions} == {"ready"}, plan.entry.slug


def test_each_document_says_what_kind_of_source_it_is(folder: Path) -> None:
    for document in bank_of(folder).documents:
        assert document.entry.title
        assert document.entry.source
        assert document.entry.note


def test_the_first_bank_is_large_and_of_every_kind(folder: Path) -> None:
    bank = bank_of(folder)
    assert folder != FIRST or len(bank.drafts) >= 120
    assert folder != FIRST or len({draft.slot for draft in bank.drafts}) >= 60
    assert folder != FIRST or {draft.kind for draft in bank.drafts} == set(KINDS)
    assert folder != FIRST or len(bank.quizzes) >= 3
    assert folder != FIRST or len(bank.facts.facts) >= 50
