"""The review of drafts: who may."""

from quizapp.web.access_table.row import Row

ROWS: tuple[Row, ...] = ()
