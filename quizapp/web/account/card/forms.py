"""What a sign-in card asks to be typed."""

from __future__ import annotations

from wtforms import StringField
from wtforms.validators import InputRequired

from quizapp.web.forms import Form

NO_CODE = "Type the code from your card: ten letters and figures."
NOT_A_CODE = "That is not a code of a card. It has ten letters and figures, and no 0, 1, I, L, O or vowels."
UNKNOWN_CODE = "No card has this code. Look again at each sign, or ask your teacher for a new card."
CARD_OVER = (
    "This card is over: it was used, replaced by a newer one, or has run out. Sign in with the password you chose, "
    "or ask your teacher for a new card."
)
TOO_MANY = "There were too many wrong codes from here. Wait a quarter of an hour, then try again."


class CardForm(Form):
    """The code of a card."""

    code = StringField(
        "The code on your card",
        [InputRequired(NO_CODE)],
        render_kw={"maxlength": 40, "autocapitalize": "characters", "spellcheck": "false"},
    )
