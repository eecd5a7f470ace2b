"""Classes and who is in them: who may."""

from quizapp.web.access_table.row import Row, Who

ROWS: tuple[Row, ...] = (Row("teach.classes.index", "GET", Who.TEACHERS),)
