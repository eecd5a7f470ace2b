"""A browser for tests: a cookie jar that fills in the token of its session, as a page's form does."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any

from flask import Flask
from flask_wtf.csrf import generate_csrf
from werkzeug.test import TestResponse

PASSWORD = "tulip under the bridge"


class Browser:
    """One browser with its own cookies."""

    def __init__(self, app: Flask, address: str = "127.0.0.1") -> None:
        self.app = app
        self.client = app.test_client()
        self.environ = {"REMOTE_ADDR": address}

    def get(self, path: str, **options: Any) -> TestResponse:
        """Open a page."""
        return self.client.get(path, environ_overrides=self.environ, **options)

    def post(self, path: str, fields: Mapping[str, Any] | None = None, **options: Any) -> TestResponse:
        """Send a form that a page of this session showed."""
        data = {**(fields or {}), "csrf_token": self.token()}
        return self.post_without_token(path, data, **options)

    def post_without_token(self, path: str, fields: Mapping[str, Any] | None = None, **options: Any) -> TestResponse:
        """Send a form that knows nothing of this session."""
        return self.client.post(path, data=dict(fields or {}), environ_overrides=self.environ, **options)

    def token(self) -> str:
        """Return the token that this session's forms carry."""
        with self.client.session_transaction() as session:
            raw = session.setdefault("csrf_token", secrets.token_hex(20))
        with self.app.test_request_context():
            from flask import session as fresh

            fresh["csrf_token"] = raw
            return str(generate_csrf())

    def sign_up(self, name: str, **more: Any) -> Browser:
        """Make an account by the page, and stay signed in."""
        fields = {"display_name": name.title(), "username": name, "password": PASSWORD, "again": PASSWORD, **more}
        assert self.post("/account/sign-up", fields).status_code == 303
        return self

    def sign_in(self, name: str, password: str = PASSWORD, **more: Any) -> TestResponse:
        """Try to sign in by the page."""
        return self.post("/account/sign-in", {"username": name, "password": password, **more})

    def be_guest(self, name: str = "Gus") -> Browser:
        """Become a guest by the page."""
        assert self.post("/account/guest", {"display_name": name}).status_code == 303
        return self

    def cookie(self) -> str:
        """Return the session's cookie, as somebody could copy it."""
        kept = self.client.get_cookie(self.app.config["SESSION_COOKIE_NAME"])
        assert kept is not None
        return kept.value

    def with_cookie(self, value: str) -> Browser:
        """Put a copied cookie into this browser."""
        self.client.set_cookie(self.app.config["SESSION_COOKIE_NAME"], value)
        return self

    def name(self) -> str:
        """Return the name that the site shows for whoever uses this browser; nothing for nobody."""
        page = self.get("/account/")
        if page.status_code != 200:
            return ""
        return page.text.partition("<h1><bdi>")[2].partition("</bdi>")[0]
