"""What choosing a password by a link asks."""

from __future__ import annotations

from wtforms import BooleanField, PasswordField, ValidationError
from wtforms.validators import EqualTo, InputRequired

from quizapp.accounts.errors import RefusedText
from quizapp.accounts.queries import SignedIn
from quizapp.accounts.rules import PASSWORD_MOST, check_password
from quizapp.web.account.sign_up.forms import NO_PASSWORD, NOT_THE_SAME
from quizapp.web.forms import Form


class ChosenPasswordForm(Form):
    """The password that the person of a link wants."""

    password = PasswordField("Your new password", [InputRequired(NO_PASSWORD)], render_kw={"maxlength": PASSWORD_MOST})
    again = PasswordField("The same password again", [EqualTo("password", NOT_THE_SAME)])
    take_over = BooleanField("Bring along what I answered as a guest", default=True)

    def __init__(self, person: SignedIn) -> None:
        super().__init__()
        self.person = person

    def validate_password(self, field: PasswordField) -> None:
        """Refuse a password that is guessed first."""
        try:
            check_password(field.data or "", self.person.username or "", self.person.display_name)
        except RefusedText as refusal:
            raise ValidationError(str(refusal)) from None
