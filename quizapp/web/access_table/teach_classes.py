"""Classes and who is in them: who may."""

from quizapp.web.access_table.row import Of, Row, Who

ROWS: tuple[Row, ...] = (
    Row("teach.classes.index", "GET", Who.TEACHERS),
    Row("teach.classes.new", "GET", Who.TEACHERS),
    Row("teach.classes.create", "POST", Who.TEACHERS),
    Row("teach.classes.show", "GET", Who.TEACHERS, Of.CLASS),
    Row("teach.classes.edit", "GET", Who.TEACHERS, Of.CLASS),
    Row("teach.classes.change", "POST", Who.TEACHERS, Of.CLASS),
    Row("teach.classes.archive", "POST", Who.TEACHERS, Of.CLASS),
    Row("teach.classes.unarchive", "POST", Who.TEACHERS, Of.CLASS),
    Row("teach.classes.open_joining", "POST", Who.TEACHERS, Of.CLASS),
    Row("teach.classes.close_joining", "POST", Who.TEACHERS, Of.CLASS),
    Row("teach.classes.wall", "GET", Who.TEACHERS, Of.CLASS),
    Row("teach.classes.add", "GET", Who.TEACHERS, Of.CLASS),
    Row("teach.classes.look_through", "POST", Who.TEACHERS, Of.CLASS),
    Row("teach.classes.add_people", "POST", Who.TEACHERS, Of.CLASS),
    Row("teach.classes.cards", "GET", Who.TEACHERS, Of.CLASS),
    Row("teach.classes.make_cards", "POST", Who.TEACHERS, Of.CLASS),
    Row("teach.classes.export", "GET", Who.TEACHERS, Of.CLASS),
    Row("teach.classes.export_book", "GET", Who.TEACHERS, Of.CLASS),
    Row("teach.classes.person", "GET", Who.TEACHERS, Of.MEMBER),
    Row("teach.classes.remove", "POST", Who.TEACHERS, Of.MEMBER),
    Row("teach.classes.put_back", "POST", Who.TEACHERS, Of.MEMBER),
    Row("teach.classes.make_card", "POST", Who.TEACHERS, Of.MEMBER),
    Row("teach.classes.make_link", "POST", Who.TEACHERS, Of.MEMBER),
)
