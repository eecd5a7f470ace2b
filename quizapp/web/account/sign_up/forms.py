"""What an account is made of."""

from __future__ import annotations

from wtforms import BooleanField, PasswordField, StringField, ValidationError
from wtforms.validators import EqualTo, InputRequired

from quizapp.accounts.errors import RefusedText
from quizapp.accounts.rules import NO_NAME, NO_USERNAME, PASSWORD_MOST, check_password
from quizapp.web.forms import Form, display_name, username

NO_PASSWORD = "Write a password."  # noqa: S105 - a message
NOT_THE_SAME = "The two passwords are not the same. Type them again."
TAKEN = "Somebody has that username already. Choose another."


class NewAccountForm(Form):
    """What an account is made of."""

    display_name = StringField("Your name, as others see it", [InputRequired(NO_NAME), display_name])
    username = StringField("Username, to sign in with", [InputRequired(NO_USERNAME), username])
    password = PasswordField("Password", [InputRequired(NO_PASSWORD)], render_kw={"maxlength": PASSWORD_MOST})
    again = PasswordField("The same password again", [EqualTo("password", NOT_THE_SAME)])
    take_over = BooleanField("Bring along what I answered as a guest", default=True)

    def validate_password(self, field: PasswordField) -> None:
        """Refuse a password that is guessed first."""
        try:
            check_password(field.data or "", self.username.data or "", self.display_name.data or "")
        except RefusedText as refusal:
            raise ValidationError(str(refusal)) from None
