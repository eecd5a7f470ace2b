"""What a guest is asked."""

from __future__ import annotations

from wtforms import StringField
from wtforms.validators import InputRequired

from quizapp.accounts.rules import NO_NAME
from quizapp.web.forms import Form, display_name


class GuestForm(Form):
    """A name to be shown."""

    display_name = StringField("Your name", [InputRequired(NO_NAME), display_name])
