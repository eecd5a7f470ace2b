"""A teacher's quizzes: who may."""

from quizapp.web.access_table.row import Of, Row, Who

ROWS: tuple[Row, ...] = (
    Row("teach.quizzes.index", "GET", Who.TEACHERS),
    Row("teach.quizzes.new", "GET", Who.TEACHERS),
    Row("teach.quizzes.create", "POST", Who.TEACHERS),
    Row("teach.quizzes.show", "GET", Who.TEACHERS, Of.OWN_QUIZ),
    Row("teach.quizzes.arrange", "POST", Who.TEACHERS, Of.OWN_QUIZ),
    Row("teach.quizzes.undo", "POST", Who.TEACHERS, Of.OWN_QUIZ),
    Row("teach.quizzes.seen", "POST", Who.TEACHERS, Of.OWN_QUIZ),
    Row("teach.quizzes.choose", "GET", Who.TEACHERS, Of.OWN_QUIZ),
    Row("teach.quizzes.add", "POST", Who.TEACHERS, Of.OWN_QUIZ),
    Row("teach.quizzes.draw", "POST", Who.TEACHERS, Of.OWN_QUIZ),
    Row("teach.quizzes.settings", "GET", Who.TEACHERS, Of.OWN_QUIZ),
    Row("teach.quizzes.change", "POST", Who.TEACHERS, Of.OWN_QUIZ),
    Row("teach.quizzes.preview", "GET", Who.TEACHERS, Of.OWN_QUIZ),
    Row("teach.quizzes.try_question", "GET", Who.TEACHERS, Of.OWN_QUIZ),
    Row("teach.quizzes.try_answer", "POST", Who.TEACHERS, Of.OWN_QUIZ),
    Row("teach.quizzes.paper", "GET", Who.TEACHERS, Of.OWN_QUIZ),
    Row("teach.quizzes.key", "GET", Who.TEACHERS, Of.OWN_QUIZ),
    Row("teach.quizzes.publish", "POST", Who.TEACHERS, Of.OWN_QUIZ),
    Row("teach.quizzes.archive", "POST", Who.TEACHERS, Of.OWN_QUIZ),
    Row("teach.quizzes.unarchive", "POST", Who.TEACHERS, Of.OWN_QUIZ),
    Row("teach.quizzes.link", "GET", Who.TEACHERS, Of.OWN_QUIZ),
    Row("teach.quizzes.renew", "POST", Who.TEACHERS, Of.OWN_QUIZ),
    Row("teach.quizzes.release", "POST", Who.TEACHERS, Of.OWN_QUIZ),
    Row("teach.quizzes.withhold", "POST", Who.TEACHERS, Of.OWN_QUIZ),
)
