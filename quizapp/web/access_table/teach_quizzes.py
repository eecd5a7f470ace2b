"""A teacher's quizzes: who may."""

from quizapp.web.access_table.row import Row, Who

ROWS: tuple[Row, ...] = (Row("teach.quizzes.index", "GET", Who.TEACHERS),)
