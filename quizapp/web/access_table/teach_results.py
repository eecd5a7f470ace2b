"""Results: who may."""

from quizapp.web.access_table.row import Of, Row, Who

ROWS = (
    Row("teach.results.quiz", "GET", Who.TEACHERS, Of.OWN_QUIZ),
    Row("teach.results.quiz_items", "GET", Who.TEACHERS, Of.OWN_QUIZ),
    Row("teach.results.quiz_book", "GET", Who.TEACHERS, Of.OWN_QUIZ),
    Row("teach.results.assignment", "GET", Who.TEACHERS, Of.ASSIGNMENT),
    Row("teach.results.assignment_items", "GET", Who.TEACHERS, Of.ASSIGNMENT),
    Row("teach.results.assignment_answers", "GET", Who.TEACHERS, Of.ASSIGNMENT),
    Row("teach.results.assignment_people", "GET", Who.TEACHERS, Of.ASSIGNMENT),
    Row("teach.results.assignment_book", "GET", Who.TEACHERS, Of.ASSIGNMENT),
    Row("teach.results.show_class", "GET", Who.TEACHERS, Of.CLASS),
    Row("teach.results.class_sheet", "GET", Who.TEACHERS, Of.CLASS),
    Row("teach.results.class_book", "GET", Who.TEACHERS, Of.CLASS),
    Row("teach.results.question", "GET", Who.TEACHERS, Of.QUESTION),
    Row("teach.results.document", "GET", Who.TEACHERS, Of.READ_DOCUMENT),
    Row("teach.results.learner", "GET", Who.TEACHERS, Of.MEMBER),
    Row("teach.results.attempt", "GET", Who.TEACHERS, Of.MEMBERS_ATTEMPT),
)
