"""The teacher's desk: who may."""

from quizapp.web.access_table.row import Row, Who

ROWS: tuple[Row, ...] = (
    Row("teach.desk.index", "GET", Who.TEACHERS),
    Row("teach.desk.let_stand", "POST", Who.TEACHERS),
)
