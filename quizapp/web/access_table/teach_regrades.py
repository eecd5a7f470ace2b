"""Judging answers anew: who may."""

from quizapp.web.access_table.row import Of, Row, Who

ROWS: tuple[Row, ...] = (
    Row("teach.regrades.new", "GET", Who.TEACHERS, Of.QUESTION),
    Row("teach.regrades.run", "POST", Who.TEACHERS, Of.QUESTION),
    Row("teach.regrades.of_question", "GET", Who.TEACHERS, Of.QUESTION),
    Row("teach.regrades.republish", "POST", Who.TEACHERS, Of.QUESTION),
    Row("teach.regrades.of_bank", "GET", Who.TEACHERS, Of.READ_BANK),
    Row("teach.regrades.show", "GET", Who.TEACHERS, Of.REGRADE),
    Row("teach.regrades.sheet", "GET", Who.TEACHERS, Of.REGRADE),
)
