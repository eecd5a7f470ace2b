"""Banks: who may."""

from quizapp.web.access_table.row import Row, Who

ROWS: tuple[Row, ...] = (Row("teach.banks.index", "GET", Who.TEACHERS),)
