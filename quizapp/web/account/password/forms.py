"""What changing a password asks."""

from __future__ import annotations

from wtforms import PasswordField, ValidationError
from wtforms.validators import EqualTo, InputRequired

from quizapp.accounts.errors import RefusedText
from quizapp.accounts.rules import check_password
from quizapp.web.account.sign_up.forms import NO_PASSWORD, NOT_THE_SAME
from quizapp.web.forms import Form
from quizapp.web.session import known_person

NO_CURRENT = "Write the password you have now."
NOT_CURRENT = "That is not the password you have now. Type it again."


class PasswordForm(Form):
    """The password one has, and the one one wants."""

    current = PasswordField("The password you have now", [InputRequired(NO_CURRENT)])
    password = PasswordField("The new password", [InputRequired(NO_PASSWORD)])
    again = PasswordField("The new password again", [EqualTo("password", NOT_THE_SAME)])

    def validate_password(self, field: PasswordField) -> None:
        """Refuse a password that is guessed first."""
        person = known_person()
        try:
            check_password(field.data or "", person.username or "", person.display_name)
        except RefusedText as refusal:
            raise ValidationError(str(refusal)) from None
