"""What is set to classes: who may."""

from quizapp.web.access_table.row import Of, Row, Who

ROWS: tuple[Row, ...] = (
    Row("teach.assignments.new", "GET", Who.TEACHERS),
    Row("teach.assignments.create", "POST", Who.TEACHERS),
    Row("teach.assignments.show", "GET", Who.TEACHERS, Of.ASSIGNMENT),
    Row("teach.assignments.edit", "GET", Who.TEACHERS, Of.ASSIGNMENT),
    Row("teach.assignments.change", "POST", Who.TEACHERS, Of.ASSIGNMENT),
    Row("teach.assignments.withdraw", "POST", Who.TEACHERS, Of.ASSIGNMENT),
    Row("teach.assignments.set_again", "POST", Who.TEACHERS, Of.ASSIGNMENT),
    Row("teach.assignments.release", "POST", Who.TEACHERS, Of.ASSIGNMENT),
    Row("teach.assignments.learner", "GET", Who.TEACHERS, Of.ASSIGNMENT),
    Row("teach.assignments.arrange", "POST", Who.TEACHERS, Of.ASSIGNMENT),
)
