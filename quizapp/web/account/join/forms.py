"""What joining a class asks."""

from __future__ import annotations

from wtforms import StringField
from wtforms.validators import InputRequired

from quizapp.accounts.rules import NO_NAME
from quizapp.web.forms import Form, display_name

NO_CODE = "Type the code your teacher shows you: eight letters and figures."
UNKNOWN_CODE = (
    "No class can be joined by this code now. Look again at each sign; if it is right, ask your teacher for a new one."
)
TOO_MANY = "There were too many wrong codes. Wait a quarter of an hour, then try again."
TAKEN_OUT = "You were taken out of this class, so the code does not let you in. Ask your teacher to put you back."
OWN_CLASS = "This is your own class. Your pupils join it by this page; you need not."


class CodeForm(Form):
    """The code of a class."""

    code = StringField(
        "The code of the class",
        [InputRequired(NO_CODE)],
        render_kw={"maxlength": 40, "autocapitalize": "characters", "spellcheck": "false"},
    )


class NameForm(Form):
    """A name to be shown, for who joins without an account."""

    name = StringField("Your name", [InputRequired(NO_NAME), display_name], render_kw={"maxlength": 80})
