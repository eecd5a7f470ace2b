"""The editor of questions: who may."""

from quizapp.web.access_table.row import Of, Row, Who

ROWS: tuple[Row, ...] = (
    Row("teach.questions.edit", "GET", Who.TEACHERS, Of.QUESTION),
    Row("teach.questions.change", "POST", Who.TEACHERS, Of.QUESTION),
    Row("teach.questions.new", "GET", Who.TEACHERS, Of.BANK),
    Row("teach.questions.create", "POST", Who.TEACHERS, Of.BANK),
    Row("teach.questions.history", "GET", Who.TEACHERS, Of.QUESTION),
    Row("teach.questions.restore", "POST", Who.TEACHERS, Of.QUESTION),
)
