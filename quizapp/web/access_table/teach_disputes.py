"""What learners say is wrong, for the teachers who decide about it: who may."""

from quizapp.web.access_table.row import Of, Row, Who

ROWS: tuple[Row, ...] = (
    Row("teach.disputes.index", "GET", Who.TEACHERS),
    Row("teach.disputes.show", "GET", Who.TEACHERS, Of.DISPUTE),
    Row("teach.disputes.decide", "POST", Who.TEACHERS, Of.DISPUTE),
)
