"""Facts, and marking words in a text: who may."""

from quizapp.web.access_table.row import Of, Row, Who

ROWS: tuple[Row, ...] = (Row("teach.facts.show", "GET", Who.TEACHERS, Of.FACT),)
