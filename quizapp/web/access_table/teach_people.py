"""The accounts of an installation: who may."""

from quizapp.web.access_table.row import Of, Row, Who

ROWS: tuple[Row, ...] = (
    Row("teach.people.index", "GET", Who.ADMINS),
    Row("teach.people.invited", "GET", Who.ADMINS),
    Row("teach.people.invite", "POST", Who.ADMINS),
    Row("teach.people.renew", "POST", Who.ADMINS, Of.INVITATION),
    Row("teach.people.withdraw", "POST", Who.ADMINS, Of.INVITATION),
    Row("teach.people.show", "GET", Who.ADMINS, Of.PERSON),
    Row("teach.people.reset", "POST", Who.ADMINS, Of.PERSON),
    Row("teach.people.disable", "POST", Who.ADMINS, Of.PERSON),
    Row("teach.people.enable", "POST", Who.ADMINS, Of.PERSON),
    Row("teach.people.make_admin", "POST", Who.ADMINS, Of.PERSON),
    Row("teach.people.unmake_admin", "POST", Who.ADMINS, Of.PERSON),
)
