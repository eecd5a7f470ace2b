"""What every response says about itself, errors and refusals too."""

from __future__ import annotations

from flask import Flask, Response

from quizapp.config import Settings

# No inline script or style and no nonce: a nonce made before the request is refused would be missing in the refusal.
CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
HSTS = "max-age=31536000"
NO_STORE = "no-store"


def init_headers(app: Flask, settings: Settings) -> None:
    """Put the headers on every response; registered first, so that it runs last and nothing escapes it."""

    @app.after_request
    def put_headers(response: Response) -> Response:
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if settings.https:
            response.headers["Strict-Transport-Security"] = HSTS
        # Nobody keeps a response unless its route says otherwise.
        response.headers.setdefault("Cache-Control", NO_STORE)
        return response
