"""Pages that anybody may open."""

from __future__ import annotations

from flask import Blueprint

from quizapp.web.public.health.routes import health
from quizapp.web.public.link.routes import link
from quizapp.web.public.shelf.routes import shelf

public = Blueprint("public", __name__)
public.register_blueprint(shelf)
public.register_blueprint(health)
public.register_blueprint(link)
