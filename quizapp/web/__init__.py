"""The pages: blueprints, sign-in, headers and error pages, put on an application."""

from __future__ import annotations

from flask import Flask

from quizapp.config import Settings


def init_web(app: Flask, settings: Settings) -> None:
    """Put every page and every guard on the application."""
