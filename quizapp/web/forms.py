"""What every form shares: it is not valid without its session's token, and says in words what is amiss."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask_wtf import FlaskForm
from wtforms import Field, StringField, ValidationError

from quizapp.accounts.errors import RefusedText
from quizapp.accounts.rules import clean_display_name, clean_username
from quizapp.web.csrf import csrf_problem

NUL = "A sign in this text cannot be kept. Type the text anew."


class Form(FlaskForm):  # type: ignore[misc] # it comes without types
    """A form of the product."""

    class Meta:
        """The token is checked for every write in quizapp.web.csrf, so no field of the form does it again."""

        csrf = False

    is_kept = True  # what is typed into it is stored

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether everything is as it must be; without the session's token nothing is."""
        is_right = bool(super().validate(extra_validators)) and not (self.is_kept and self._refuse_nul())
        for field in self:
            if field.errors:
                look_here(field)
                break
        return is_right and not csrf_problem()

    def _refuse_nul(self) -> bool:
        """PostgreSQL can keep no text with a NUL in it; say so beside each field that holds one."""
        holding = [field for field in self if isinstance(field, StringField) and "\x00" in (field.data or "")]
        for field in holding:
            field.errors = [*field.errors, NUL]
        return bool(holding)

    def refuse(self, name: str, message: str) -> None:
        """Say beside a field what only the rooms could know."""
        self[name].errors = [message]
        look_here(self[name])


def look_here(field: Field) -> None:
    """Let the page open at a field, so that what is said beside it is read first, also without scripts."""
    field.render_kw = {**(field.render_kw or {}), "autofocus": True}


def held_to(rule: Callable[[str], object]) -> Callable[[FlaskForm, Field], None]:
    """Return a validator that shows what a rule of the accounts says against a text."""

    def validate(_form: FlaskForm, field: Field) -> None:
        try:
            rule(field.data or "")
        except RefusedText as refusal:
            raise ValidationError(str(refusal)) from None

    return validate


display_name = held_to(clean_display_name)
username = held_to(clean_username)
