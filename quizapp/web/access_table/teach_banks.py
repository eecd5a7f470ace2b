"""Banks: who may."""

from quizapp.web.access_table.row import Of, Row, Who

ROWS: tuple[Row, ...] = (
    Row("teach.banks.index", "GET", Who.TEACHERS),
    Row("teach.banks.new", "GET", Who.TEACHERS),
    Row("teach.banks.create", "POST", Who.TEACHERS),
    Row("teach.banks.show", "GET", Who.TEACHERS, Of.READ_BANK),
    Row("teach.banks.copy", "POST", Who.TEACHERS, Of.READ_BANK),
    Row("teach.banks.edit", "GET", Who.TEACHERS, Of.BANK),
    Row("teach.banks.update", "POST", Who.TEACHERS, Of.BANK),
    Row("teach.banks.archive", "POST", Who.TEACHERS, Of.BANK),
    Row("teach.banks.restore", "POST", Who.TEACHERS, Of.BANK),
    Row("teach.banks.act", "POST", Who.TEACHERS, Of.BANK),
    Row("teach.banks.undo", "POST", Who.TEACHERS, Of.BANK),
    Row("teach.banks.sharing", "GET", Who.TEACHERS, Of.BANK),
    Row("teach.banks.share", "POST", Who.TEACHERS, Of.BANK),
    Row("teach.banks.unshare", "POST", Who.TEACHERS, Of.BANK),
)
