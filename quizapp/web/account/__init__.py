"""Who one is here: guests, accounts, passwords and links."""

from __future__ import annotations

from flask import Blueprint

from quizapp.web.account.card.routes import card
from quizapp.web.account.data.routes import data
from quizapp.web.account.erase.routes import erase
from quizapp.web.account.guest.routes import guest
from quizapp.web.account.invitation.routes import invitation
from quizapp.web.account.join.routes import join
from quizapp.web.account.password.routes import password
from quizapp.web.account.password_link.routes import password_link
from quizapp.web.account.profile.routes import profile
from quizapp.web.account.resume.routes import resume
from quizapp.web.account.sign_in.routes import sign_in
from quizapp.web.account.sign_out.routes import sign_out
from quizapp.web.account.sign_up.routes import sign_up

account = Blueprint("account", __name__, url_prefix="/account")
for page in (
    *(profile, sign_up, sign_in, sign_out, password, guest, resume, invitation, password_link, card, join),
    *(data, erase),
):
    account.register_blueprint(page)
