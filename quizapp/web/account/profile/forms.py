"""What can be changed on one's own page."""

from __future__ import annotations

from wtforms import StringField
from wtforms.validators import InputRequired

from quizapp.accounts.rules import NO_NAME
from quizapp.web.forms import Form, display_name


class NameForm(Form):
    """The name that others see."""

    display_name = StringField("Your name, as others see it", [InputRequired(NO_NAME), display_name])
