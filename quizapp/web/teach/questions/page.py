"""The page of the editor: the form, the preview, what the item rules say, and sentences to pick from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from flask import make_response, render_template, request
from werkzeug.wrappers import Response

from quizapp.attempts.queries.preview import previews
from quizapp.banks.queries import OpenBank
from quizapp.core.generation.lint import Sources
from quizapp.core.generation.offering import offer_wrong_answers
from quizapp.core.kinds import KINDS, Citation, Option, QuestionDraft, key_text
from quizapp.regrading.queries import judgeable
from quizapp.web.given import whole
from quizapp.web.session import teacher_id
from quizapp.web.teach.questions.picking import PLACE, Panel, panel, place_before
from quizapp.web.teach.questions.reshaping import targets
from quizapp.web.teach.questions.to_draft import Read, read_question
from quizapp.web.teach.questions.typed import TypedQuestion
from quizapp.web.teach.questions.way_back import quiz_of

SEARCH_LENGTH = 200


@dataclass(slots=True)
class Desk:
    """All that the editor needs to know of what is being edited; question_id is None for a new question."""

    bank: OpenBank
    base: QuestionDraft
    question_id: int | None
    state: str
    number: int  # the version that the form is based on
    sources: Sources
    titles: dict[str, str]
    token: str = ""
    typed: TypedQuestion = field(default_factory=TypedQuestion)
    focus: str = ""  # the field to go on with
    picked: str = ""  # what a picked passage became
    offers: tuple[Option, ...] | None = None  # wrong answers that are suggested


def editor_page(
    desk: Desk,
    *,
    judged: bool = False,
    wants_acceptance: bool = False,
    errors: Mapping[str, str] | None = None,
    status: int = 200,
) -> Response:
    """Show the editor; `judged` where saving was tried, so that every complaint stands beside its field."""
    desk.typed.with_room()
    read = read_question(desk.typed, desk.base, desk.sources)
    shown = previews(desk.bank.id, [read.draft]) if read.draft else ()
    page = render_template(
        "teach/questions/edit.html",
        desk=desk,
        typed=desk.typed,
        bank=desk.bank,
        read=read,
        preview=shown[0] if shown else None,
        errors={**read.errors, **(errors or {})} if judged else {},
        judged=judged,
        begun=judged or desk.question_id is not None or desk.typed.is_begun,
        wants_acceptance=wants_acceptance,
        kinds=KINDS,
        panel=_panel(desk, read),
        targets=targets(desk.typed),
        target=request.form.get("target", ""),
        back=request.values.get("back", ""),
        quiz_id=quiz_of(request.values.get("back", "")),
        waiting=answers_waiting(desk.question_id) if desk.question_id and request.method == "GET" else 0,
    )
    return make_response(page, status)


def answers_waiting(question_id: int) -> int:
    """Return how many answers were given to older versions that mark otherwise, and were not judged anew since."""
    return sum(version.since for version in judgeable(question_id, teacher_id()).outdated())


def offers_for(desk: Desk) -> tuple[Option, ...]:
    """Return wrong answers for the key that was typed, those left out that stand in the form already."""
    read = read_question(desk.typed, desk.base, desk.sources)
    if read.draft is None or not read.draft.citations or not read.has_key:
        return ()
    taken = {row["text"].casefold() for group in ("option", "wrong", "extra") for row in desk.typed.rows[group]}
    citation = read.draft.citations[0]
    offers = offer_wrong_answers(_key(read.draft), citation, desk.titles.get(citation.document, ""), desk.sources)
    return tuple(offer for offer in offers if offer.text.casefold() not in taken)


def _key(draft: QuestionDraft) -> str:
    return key_text(draft.content).split("; ")[0]


def _panel(desk: Desk, read: Read) -> Panel | None:
    """The sentences to pick from: where the reader asked for, where she was, or round what is cited."""
    form = request.form
    words, cited = form.get("find", "").strip()[:SEARCH_LENGTH], _first_cited(read)
    document = form.get("document", "") or (cited.document if cited else "")
    act, _, asked = form.get("do", "").partition(":")
    here = PLACE.fullmatch(form.get("at", ""))
    if act == "read":
        words, at = "", whole(asked)
    else:
        at = int(here[2]) if here and here[1] == document else None
    if at is None:
        at = place_before(desk.sources, cited) if cited and cited.document == document else 0
    return panel(desk.sources, desk.titles, document=document, at=at, words=words, cited=cited)


def _first_cited(read: Read) -> Citation | None:
    return read.draft.citations[0] if read.draft and read.draft.citations else None
