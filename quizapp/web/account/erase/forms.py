"""What leaving for good asks."""

from __future__ import annotations

from wtforms import BooleanField, PasswordField, StringField
from wtforms.validators import InputRequired, Optional

from quizapp.web.forms import Form

NO_PASSWORD = "Write your password, so that nobody else can do this for you."  # noqa: S105 - a message
NOT_PASSWORD = "That is not your password. Type it again; nothing was erased."  # noqa: S105 - a message
NOT_AGREED = "Tick this, so that it cannot happen by a slip; nothing was erased."
NO_HEIR = "No other teacher here signs in with that name. Write it as they sign in, or leave this empty."


class EraseForm(Form):
    """What goes besides the name, who takes over, and the password once more."""

    is_kept = False
    marks_too = BooleanField("Delete my marks too")
    heir = StringField("Hand what I made to", [Optional()])
    agreed = BooleanField("I know that this cannot be undone", [InputRequired(NOT_AGREED)])


class AccountEraseForm(EraseForm):
    """For who signs in with a password."""

    password = PasswordField("Your password", [InputRequired(NO_PASSWORD)])
