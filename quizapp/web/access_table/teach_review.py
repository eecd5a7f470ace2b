"""The review of drafts: who may."""

from quizapp.web.access_table.row import Of, Row, Who

ROWS: tuple[Row, ...] = (
    Row("teach.review.show", "GET", Who.TEACHERS, Of.BANK),
    Row("teach.review.accept", "POST", Who.TEACHERS, Of.BANK),
    Row("teach.review.reject", "POST", Who.TEACHERS, Of.BANK),
    Row("teach.review.reopen", "POST", Who.TEACHERS, Of.BANK),
    Row("teach.review.undo", "POST", Who.TEACHERS, Of.BANK),
    Row("teach.review.confirm", "GET", Who.TEACHERS, Of.BANK),
    Row("teach.review.accept_ready", "POST", Who.TEACHERS, Of.BANK),
)
