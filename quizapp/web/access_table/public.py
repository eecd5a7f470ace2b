"""Pages that anybody may open: who may."""

from quizapp.web.access_table.row import Of, Row, Who

ROWS = (
    Row("assets.show", "GET", Who.EVERYONE),
    Row("public.shelf.index", "GET", Who.EVERYONE),
    Row("public.health.show", "GET", Who.EVERYONE),
    Row("public.link.show", "GET", Who.EVERYONE, Of.QUIZ_LINK),
    Row("public.link.start", "POST", Who.EVERYONE, Of.QUIZ_LINK),
)
