"""The application: configuration, storage and pages put together, and nothing else."""

from __future__ import annotations

from pathlib import Path

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from quizapp import web
from quizapp.config import Settings
from quizapp.storage.database import init_database

MAX_REQUEST_BYTES = 1_000_000


def create_app(settings: Settings) -> Flask:
    """Make the application of one installation; its settings must name a secret key."""
    app = Flask("quizapp", template_folder=str(folder("templates")), static_folder=None)
    # Named afterwards, so that Flask adds no second route to what /assets/ serves.
    app.static_folder = str(folder("static"))
    app.config["SECRET_KEY"] = settings.secret_key
    app.config["MAX_CONTENT_LENGTH"] = MAX_REQUEST_BYTES
    if settings.proxies:
        count = settings.proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=count, x_proto=count, x_host=count)  # type: ignore[method-assign]
    init_database(app, settings.database)
    web.init_web(app, settings)
    return app


def folder(name: str) -> Path:
    """Return a folder that ships with the product: inside the installed package, else beside it in a checkout."""
    package = Path(__file__).parent
    inside = package / name
    if inside.is_dir() or not (package.parent / "pyproject.toml").is_file():
        return inside
    return package.parent / name
