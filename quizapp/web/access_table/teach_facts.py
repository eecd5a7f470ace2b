"""Facts, and marking words in a text: who may."""

from quizapp.web.access_table.row import Of, Row, Who

ROWS: tuple[Row, ...] = (
    Row("teach.facts.of_bank", "GET", Who.TEACHERS, Of.READ_BANK),
    Row("teach.facts.show", "GET", Who.TEACHERS, Of.FACT),
    Row("teach.facts.edit", "POST", Who.TEACHERS, Of.FACT),
    Row("teach.facts.discard", "POST", Who.TEACHERS, Of.FACT),
    Row("teach.facts.keep", "POST", Who.TEACHERS, Of.FACT),
    Row("teach.facts.undo", "POST", Who.TEACHERS, Of.FACT),
    Row("teach.facts.merge", "GET", Who.TEACHERS, Of.FACT),
    Row("teach.facts.merge_into", "POST", Who.TEACHERS, Of.FACT),
    Row("teach.facts.stance", "GET", Who.TEACHERS, Of.FACT),
    Row("teach.facts.add_stance", "POST", Who.TEACHERS, Of.FACT),
    Row("teach.facts.remove_stance", "POST", Who.TEACHERS, Of.FACT),
    Row("teach.facts.renew", "GET", Who.TEACHERS, Of.FACT),
    Row("teach.facts.keep_renewed", "POST", Who.TEACHERS, Of.FACT),
    Row("teach.facts.mark", "GET", Who.TEACHERS, Of.TEACHERS_DOCUMENT),
    Row("teach.facts.keep_mark", "POST", Who.TEACHERS, Of.TEACHERS_DOCUMENT),
)
