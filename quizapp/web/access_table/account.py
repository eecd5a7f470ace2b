"""Accounts: signing in and out, names, passwords, links: who may."""

from quizapp.web.access_table.row import Of, Row, Who

ROWS = (
    Row("account.profile.show", "GET", Who.LEARNERS),
    Row("account.profile.rename", "POST", Who.LEARNERS),
    Row("account.sign_up.show", "GET", Who.EVERYONE),
    Row("account.sign_up.create", "POST", Who.EVERYONE),
    Row("account.sign_in.show", "GET", Who.EVERYONE),
    Row("account.sign_in.enter_account", "POST", Who.EVERYONE),
    Row("account.sign_out.here", "POST", Who.EVERYONE),
    Row("account.sign_out.everywhere", "POST", Who.LEARNERS),
    Row("account.password.show", "GET", Who.ACCOUNTS),
    Row("account.password.change", "POST", Who.ACCOUNTS),
    Row("account.guest.show", "GET", Who.EVERYONE),
    Row("account.guest.create", "POST", Who.EVERYONE),
    Row("account.resume.show", "GET", Who.EVERYONE, Of.LINK),
    Row("account.resume.enter", "POST", Who.EVERYONE, Of.LINK),
    Row("account.resume.renew", "POST", Who.GUESTS),
    Row("account.invitation.show", "GET", Who.EVERYONE, Of.LINK),
    Row("account.invitation.accept", "POST", Who.EVERYONE, Of.LINK),
    Row("account.password_link.show", "GET", Who.EVERYONE, Of.LINK),
    Row("account.password_link.choose", "POST", Who.EVERYONE, Of.LINK),
    Row("account.card.show", "GET", Who.EVERYONE),
    Row("account.card.scanned", "GET", Who.EVERYONE),
    Row("account.card.find", "POST", Who.EVERYONE),
    Row("account.join.show", "GET", Who.EVERYONE),
    Row("account.join.find", "POST", Who.EVERYONE),
    Row("account.join.look", "GET", Who.EVERYONE),
    Row("account.join.enter", "POST", Who.EVERYONE),
)
