"""What signing in asks."""

from __future__ import annotations

from wtforms import BooleanField, PasswordField, StringField
from wtforms.validators import InputRequired

from quizapp.web.forms import Form

NO_USERNAME = "Write your username."
NO_PASSWORD = "Write your password."  # noqa: S105 - a message
NOT_RIGHT = "The username or the password is not right. Check both and try again."
TOO_MANY = "There were too many tries. Wait a quarter of an hour, then try again."


class SignInForm(Form):
    """A name and a password."""

    is_kept = False

    username = StringField("Username", [InputRequired(NO_USERNAME)])
    password = PasswordField("Password", [InputRequired(NO_PASSWORD)])
    take_over = BooleanField("Bring along what I answered as a guest", default=True)
