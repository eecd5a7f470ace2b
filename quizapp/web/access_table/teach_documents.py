"""Documents and the long work on them: who may."""

from quizapp.web.access_table.row import Row, Who

ROWS: tuple[Row, ...] = (Row("teach.documents.index", "GET", Who.TEACHERS),)
