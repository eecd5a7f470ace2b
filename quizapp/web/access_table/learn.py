"""The learner's way: who may."""

from quizapp.web.access_table.row import Of, Row, Who

ROWS = (
    Row("learn.quizzes.show", "GET", Who.EVERYONE, Of.QUIZ),
    Row("learn.quizzes.start", "POST", Who.EVERYONE, Of.QUIZ),
    Row("learn.attempts.show", "GET", Who.LEARNERS, Of.ATTEMPT),
    Row("learn.attempts.question", "GET", Who.LEARNERS, Of.ATTEMPT),
    Row("learn.attempts.answer", "POST", Who.LEARNERS, Of.ATTEMPT),
    Row("learn.attempts.explanation", "GET", Who.LEARNERS, Of.ATTEMPT),
    Row("learn.attempts.confirm", "GET", Who.LEARNERS, Of.ATTEMPT),
    Row("learn.attempts.submit", "POST", Who.LEARNERS, Of.ATTEMPT),
    Row("learn.attempts.result", "GET", Who.LEARNERS, Of.ATTEMPT),
    Row("learn.attempts.practise", "POST", Who.LEARNERS, Of.ATTEMPT),
    Row("learn.practice.index", "GET", Who.LEARNERS),
    Row("learn.practice.start", "POST", Who.LEARNERS),
    Row("learn.history.index", "GET", Who.LEARNERS),
    Row("learn.history.quiz", "GET", Who.LEARNERS, Of.TAKEN_QUIZ),
    Row("learn.disputes.index", "GET", Who.LEARNERS),
    Row("learn.disputes.new", "GET", Who.LEARNERS, Of.ATTEMPT),
    Row("learn.disputes.create", "POST", Who.LEARNERS, Of.ATTEMPT),
    Row("learn.disputes.withdraw", "POST", Who.LEARNERS, Of.OWN_DISPUTE),
    Row("learn.disputes.see", "POST", Who.LEARNERS, Of.OWN_DISPUTE),
    Row("learn.documents.show", "GET", Who.EVERYONE, Of.DOCUMENT),
)
