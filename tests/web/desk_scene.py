"""What a teacher of the scene has: a bank with a document, a fact and a question, a quiz, a class, an assignment."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select

from quizapp.accounts.models import Invitation
from quizapp.accounts.queries import SignedIn
from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.banks.models import Bank, BankDocument, Citation, Question, QuestionVersion
from quizapp.disputes.models import Dispute
from quizapp.documents.models import Document, Fact, FactEvidence, Passage
from quizapp.quizzes.models import Edition, EditionItem, Quiz, QuizDraft, QuizDraftItem
from quizapp.regrading.models import Regrade, Remark
from quizapp.storage.base import Base
from quizapp.storage.database import db
from quizapp.storage.job import Job
from quizapp.teaching.models import Assignment, Class, Enrolment
from quizapp.web.access_table import Of

TEXT = "The mill was built in 1712. It stands on the river Wend."
JOIN_CODE = "WNDMKRFT"
SETTINGS = {"title": "The mill", "description": "", "feedback": "after_each", "open_document": True, "shuffle": False}
BARE = {"pick": None, "time_limit_seconds": None, "attempts_allowed": None, "pass_percent": None}


def make_desk(teacher: SignedIn, student: SignedIn, now: datetime) -> dict[Of, dict[str, object]]:
    """Make a teacher's things inside a transaction; return what stands in the addresses of their pages."""
    document = _document(teacher, now)
    bank = _kept(Bank(slug="mill~1", title="The mill", description="", level="", language="en", owner_id=teacher.id,
                      folder_hash="", created_at=now))  # fmt: skip
    _kept(BankDocument(bank_id=bank.id, key="mill", document_id=document.id))
    fact = _fact(document)
    question, version = _question(bank, fact, document, now)
    quiz = _quiz(teacher, bank, question, version, now)
    room = _kept(Class(owner_id=teacher.id, name="4b", time_zone="Europe/Berlin", join_code=JOIN_CODE,
                       join_expires_at=None, created_at=now))  # fmt: skip
    _kept(Enrolment(class_id=room.id, person_id=student.id, joined_at=now))
    assignment = _kept(Assignment(quiz_id=quiz.id, class_id=room.id, feedback="", opens_at=now, created_at=now))
    job = _kept(Job(kind="draft", owner_id=teacher.id, bank_id=bank.id, document_id=document.id, input={},
                    state="waiting", created_at=now))  # fmt: skip
    attempt, answer = _attempt(quiz, assignment, student, now)
    dispute = _kept(Dispute(answer_id=answer, words="It was 1713.", exact="", state="open", word="", made_at=now))
    in_class = {"class_id": room.id, "assignment_id": assignment.id, "person_id": student.id}
    return {
        Of.BANK: {"bank_id": bank.id, "person_id": student.id},
        Of.READ_BANK: {"bank_id": bank.id},
        Of.QUESTION: {"question_id": question.id},
        Of.TEACHERS_DOCUMENT: {"document_id": document.id},
        Of.READ_DOCUMENT: {"document_id": document.id},
        Of.FACT: {"fact_id": fact.id},
        Of.JOB: {"job_id": job.id},
        Of.OWN_QUIZ: {"quiz_id": quiz.id},
        Of.QUIZ_LINK: {"secret": "wend-mill"},
        Of.CLASS: {"class_id": room.id},
        Of.ASSIGNMENT: {"assignment_id": assignment.id, "person_id": student.id},
        Of.MEMBER: in_class,
        Of.MEMBERS_ATTEMPT: {**in_class, "number": attempt},
        Of.DISPUTE: {"dispute_id": dispute.id},
        Of.OWN_DISPUTE: {"dispute_id": dispute.id},
        Of.REGRADE: {"regrade_id": _regrade(question, version, teacher, answer, now)},
        Of.PERSON: {"person_id": student.id},
        Of.INVITATION: {"invitation_id": _invitation(teacher, now).id},
    }


def _regrade(question: Question, version: QuestionVersion, teacher: SignedIn, answer: int, now: datetime) -> int:
    regrade = _kept(Regrade(question_id=question.id, from_version_id=version.id, to_version_id=None, policy="give_all",
                            scope="all", reason="It was unclear.", judged=1, unmapped=0, moved=0, by_id=teacher.id,
                            at=now))  # fmt: skip
    _kept(Remark(regrade_id=regrade.id, answer_id=answer, points_before=0, verdict_before="wrong", points_after=0,
                 verdict_after="wrong", seen_at=now))  # fmt: skip
    return regrade.id


def _invitation(teacher: SignedIn, now: datetime) -> Invitation:
    return _kept(Invitation(secret_hash="x", makes_teacher=True, made_by_id=teacher.id, label="Nell", created_at=now,
                            expires_at=now + timedelta(days=7)))  # fmt: skip


def _kept(row: Base) -> Base:  # type: ignore[misc]
    db.session.add(row)
    db.session.flush()
    return row


def _document(teacher: SignedIn, now: datetime) -> Document:
    document = _kept(Document(
        key="mill~1/mill", revision=1, owner_id=teacher.id, title="The mill on the Wend", short_title="the leaflet",
        author="", publisher="", published="", address="", source_kind="", source_note="", language="en",
        content_hash="0", text=TEXT, drops=[], created_at=now,
    ))  # fmt: skip
    for position, (start, end) in enumerate(((0, 27), (28, len(TEXT)))):
        _kept(Passage(document_id=document.id, position=position, paragraph=0, kind="sentence", start=start, end=end))
    return document


def _fact(document: Document) -> Fact:
    fact = _kept(Fact(key="mill~1/mill/built", bank_slug="mill~1", statement="The mill was built in 1712.", note="",
                      content={}, state="kept", origin="extracted"))  # fmt: skip
    _kept(FactEvidence(fact_id=fact.id, document_id=document.id, stance="supports", value="", note="", **_anchor()))
    return fact


def _anchor() -> dict[str, object]:
    return {"start": 0, "end": 27, "exact": TEXT[:27], "prefix": "", "suffix": " It stands on the river Wend."}


def _question(bank: Bank, fact: Fact, document: Document, now: datetime) -> tuple[Question, QuestionVersion]:
    question = _kept(Question(bank_id=bank.id, key="mill/built.year.number", fact_id=fact.id, slot="mill/built.year",
                              tier="ready", state="draft", version_number=1))  # fmt: skip
    version = _kept(QuestionVersion(
        question_id=question.id, number=1, kind="date", stem="In what year was the mill built?",
        content={"value": "1712", "wrong": []}, explanation="", overrides={}, content_hash="0", created_at=now,
    ))  # fmt: skip
    _kept(Citation(version_id=version.id, document_id=document.id, role="key", position=0, value="", note="",
                   **_anchor()))  # fmt: skip
    return question, version


def _quiz(teacher: SignedIn, bank: Bank, question: Question, version: QuestionVersion, now: datetime) -> Quiz:
    quiz = _kept(
        Quiz(bank_id=bank.id, slug="~1", owner_id=teacher.id, position=1, audience="link", link_secret="wend-mill")
    )
    _kept(QuizDraft(quiz_id=quiz.id, revision=1, changed_at=now, **SETTINGS, **BARE))
    _kept(QuizDraftItem(quiz_id=quiz.id, question_id=question.id, position=1, points=1))
    edition = _kept(Edition(quiz_id=quiz.id, number=1, is_current=True, content_hash="0", published_at=now,
                            **SETTINGS, **BARE))  # fmt: skip
    _kept(EditionItem(edition_id=edition.id, version_id=version.id, position=1, slot=question.slot, points=1))
    return quiz


def _attempt(quiz: Quiz, assignment: Assignment, student: SignedIn, now: datetime) -> tuple[int, int]:
    edition = db.session.scalars(select(Edition).where(Edition.quiz_id == quiz.id)).one()
    attempt = _kept(Attempt(
        learner_id=student.id, edition_id=edition.id, assignment_id=assignment.id, mode="quiz", title=edition.title,
        feedback="after_each", seed="s", state="submitted", started_at=now, submitted_at=now,
    ))  # fmt: skip
    item = db.session.scalars(select(EditionItem).where(EditionItem.edition_id == edition.id)).one()
    asked = _kept(AttemptItem(attempt_id=attempt.id, position=1, version_id=item.version_id, option_order=[], points=1))
    answer = _kept(Answer(item_id=asked.id, response={"text": "1713"}, revision=1, token="desk", points=0, out_of=1,
                          verdict="wrong", answered_at=now))  # fmt: skip
    return attempt.id, answer.id
