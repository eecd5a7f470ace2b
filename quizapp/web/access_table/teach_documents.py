"""Documents and the long work on them: who may."""

from quizapp.web.access_table.row import Of, Row, Who

ROWS: tuple[Row, ...] = (
    Row("teach.documents.index", "GET", Who.TEACHERS),
    Row("teach.documents.new", "GET", Who.TEACHERS),
    Row("teach.documents.create", "POST", Who.TEACHERS),
    Row("teach.documents.job", "GET", Who.TEACHERS, Of.JOB),
    Row("teach.documents.cancel", "POST", Who.TEACHERS, Of.JOB),
    Row("teach.documents.seen", "POST", Who.TEACHERS, Of.JOB),
    Row("teach.documents.show", "GET", Who.TEACHERS, Of.READ_DOCUMENT),
    Row("teach.documents.changes", "GET", Who.TEACHERS, Of.READ_DOCUMENT),
    Row("teach.documents.edit", "GET", Who.TEACHERS, Of.TEACHERS_DOCUMENT),
    Row("teach.documents.update", "POST", Who.TEACHERS, Of.TEACHERS_DOCUMENT),
    Row("teach.documents.restore", "POST", Who.TEACHERS, Of.TEACHERS_DOCUMENT),
    Row("teach.documents.drop", "POST", Who.TEACHERS, Of.TEACHERS_DOCUMENT),
    Row("teach.documents.draft", "POST", Who.TEACHERS, Of.TEACHERS_DOCUMENT),
    Row("teach.documents.revise", "GET", Who.TEACHERS, Of.TEACHERS_DOCUMENT),
    Row("teach.documents.take_revision", "POST", Who.TEACHERS, Of.TEACHERS_DOCUMENT),
    Row("teach.documents.archive", "POST", Who.TEACHERS, Of.TEACHERS_DOCUMENT),
    Row("teach.documents.unarchive", "POST", Who.TEACHERS, Of.TEACHERS_DOCUMENT),
)
