"""The pages: blueprints, sign-in, headers and error pages, put on an application."""

from __future__ import annotations

from flask import Flask

from quizapp.config import Settings
from quizapp.web.access import init_access
from quizapp.web.account import account
from quizapp.web.addresses import init_addresses
from quizapp.web.clock import init_clock
from quizapp.web.codes import init_codes
from quizapp.web.csrf import init_csrf
from quizapp.web.errors import init_errors
from quizapp.web.headers import init_headers
from quizapp.web.learn import learn
from quizapp.web.pages import init_pages
from quizapp.web.public import public
from quizapp.web.session import init_session
from quizapp.web.teach import teach
from quizapp.web.uploads import init_uploads
from quizapp.web.zones import init_zones


def init_web(app: Flask, settings: Settings) -> None:
    """Put every page and every guard on the application; headers first, so that they stand on every refusal."""
    app.config["SIGN_UP"] = settings.sign_up
    init_headers(app, settings)
    init_clock(app)
    init_addresses(app)
    init_session(app, settings)
    init_access(app)
    init_uploads(app)
    init_csrf(app)
    init_errors(app)
    init_pages(app)
    init_codes(app)
    init_zones(app)
    for area in (public, account, learn, teach):
        app.register_blueprint(area)
