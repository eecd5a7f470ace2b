"""How far the work is, its outcome in words, cancelling it, and putting it away."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import select

from quizapp.documents.models import Document
from quizapp.storage.job import Job
from tests.web.teach.documents.conftest import MILL, Desk


def test_progress_stands_on_the_page_also_without_scripts(desk: Desk, in_jobs: Callable[..., int]) -> None:
    job = in_jobs(step="Reading mill.pdf", done=1200, total=2400)
    page = desk.tess.get(f"/teach/documents/jobs/{job}").text
    assert '<progress max="2400" value="1200" aria-label="Reading mill.pdf">' in page
    assert "1,200 of 2,400" in page
    assert "Look again" in page
    listed = desk.tess.get("/teach/documents/").text
    assert "Reading mill.pdf, 50 %" in listed
    assert "Reading mill.pdf" not in desk.theo.get("/teach/documents/").text


def test_a_fragment_holds_the_job_and_no_frame(desk: Desk, in_jobs: Callable[..., int]) -> None:
    job = in_jobs()
    answer = desk.tess.get(f"/teach/documents/jobs/{job}", headers={"Accept": "text/html-fragment"})
    assert 'data-job="running"' in answer.text
    assert "<html" not in answer.text


@pytest.mark.parametrize("state", ["arriving", "waiting"])
def test_what_no_worker_has_yet_is_cancelled_at_once(desk: Desk, in_jobs: Callable[..., int], state: str) -> None:
    job = in_jobs(state=state)
    answer = desk.tess.post(f"/teach/documents/jobs/{job}/cancel")
    assert (answer.status_code, answer.location) == (303, f"/teach/documents/jobs/{job}")
    assert desk.rows(select(Job.state)) == [("cancelled",)]
    assert "Everything that had been begun was taken back" in desk.tess.get(answer.location).text
    assert "mill.txt" not in desk.tess.get("/teach/documents/").text


def test_what_a_worker_has_is_cancelled_by_the_worker(desk: Desk, in_jobs: Callable[..., int]) -> None:
    job = in_jobs(state="running")
    desk.tess.post(f"/teach/documents/jobs/{job}/cancel")
    ((state, asked),) = desk.rows(select(Job.state, Job.cancel_asked_at))
    assert (state, asked is not None) == ("running", True)
    assert "It is being cancelled." in desk.tess.get(f"/teach/documents/jobs/{job}").text


def test_what_is_over_stays_as_it_ended(desk: Desk, in_jobs: Callable[..., int]) -> None:
    job = in_jobs(state="done", result={"ready": 2, "eye": 1})
    desk.tess.post(f"/teach/documents/jobs/{job}/cancel")
    assert desk.rows(select(Job.state)) == [("done",)]


def test_the_outcome_is_said_and_leads_on(desk: Desk) -> None:
    document = desk.give()
    job = desk.job()
    page = desk.tess.get(f"/teach/documents/jobs/{job}").text
    (result,) = desk.rows(select(Job.result))
    assert f"{result[0]['ready']} ready questions" in page
    assert "Review the questions" in page
    name = f'<a href="/teach/documents/jobs/{job}"><b>pasted text</b></a>'
    assert name in desk.tess.get("/teach/documents/").text
    answer = desk.tess.post(f"/teach/documents/jobs/{job}/seen", {"to": "review"})
    assert answer.location.startswith("/teach/")
    assert "review" in answer.location
    assert name not in desk.tess.get("/teach/documents/").text
    answer = desk.tess.post(f"/teach/documents/jobs/{job}/seen", {"to": "document"})
    assert answer.location == f"/teach/documents/{document}"


def test_a_refusal_says_what_to_do(desk: Desk) -> None:
    from io import BytesIO

    scan = b"%PDF-1.4\nnothing of a PDF"
    desk.tess.post("/teach/documents/new", {"files": [(BytesIO(scan), "scan.pdf")], "bank": "new"})
    desk.work()
    page = desk.tess.get(f"/teach/documents/jobs/{desk.job()}").text
    assert "This could not be finished" in page
    assert "Try with another file" in page
    assert desk.rows(select(Document.id)) == []
    assert "could not be finished" in desk.tess.get("/teach/documents/").text


def test_a_text_without_questions_says_how_to_go_on(desk: Desk) -> None:
    desk.give(text="Why? Because. So it goes!")
    page = desk.tess.get(f"/teach/documents/jobs/{desk.job()}").text
    assert "no question could be drafted" in page
    assert "mark words in it" in page


def test_nobody_sees_anothers_work(desk: Desk, in_jobs: Callable[..., int]) -> None:
    job = in_jobs(owner_id=1)
    for path in ("", "/cancel", "/seen"):
        answer = (
            desk.theo.post(f"/teach/documents/jobs/{job}{path}")
            if path
            else desk.theo.get(f"/teach/documents/jobs/{job}")
        )
        assert answer.status_code == 404
    assert MILL
