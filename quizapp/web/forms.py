"""What every form shares: it is not valid without its session's token, and says in words what is amiss."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask_wtf import FlaskForm
from wtforms import Field, StringField, ValidationError

from quizapp.accounts.errors import RefusedText
from quizapp.accounts.rules import clean_display_name, clean_username
from quizapp.web.csrf import csrf_problem


class Form(FlaskForm):  # type: ignore[misc] # it comes without types
    """A form of the product."""

    class Meta:
        """The token is checked for every write in quizapp.web.csrf, so no field of the form does it again."""

        csrf = False

        def bind_field(self, form: FlaskForm, unbound_field: Any, options: dict[str, Any]) -> Field:
            """PostgreSQL keeps no text with a NUL in it, and nobody types one: it is left out of every text."""
            if issubclass(unbound_field.field_class, StringField):
                options = {**options, "filters": [without_nul, *unbound_field.kwargs.get("filters", ())]}
            return unbound_field.bind(form=form, **options)

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether everything is as it must be; without the session's token nothing is."""
        is_right = bool(super().validate(extra_validators))
        for field in self:
            if field.errors:
                look_here(field)
                break
        return is_right and not csrf_problem()

    def refuse(self, name: str, message: str) -> None:
        """Say beside a field what only the rooms could know."""
        self[name].errors = [message]
        look_here(self[name])


def without_nul(text: str | None) -> str | None:
    """Return a text without the one sign that no text can hold."""
    return text.replace("\x00", "") if isinstance(text, str) else text


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
