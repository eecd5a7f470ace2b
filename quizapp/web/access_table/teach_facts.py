"""Facts, and marking words in a text: who may."""

from quizapp.web.access_table.row import Row

ROWS: tuple[Row, ...] = ()
