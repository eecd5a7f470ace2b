"""Short codes and long addresses on paper and walls: their key, their QR pictures, and whether others reach them."""

from __future__ import annotations

import hashlib
from ipaddress import ip_address
from urllib.parse import urlsplit

import segno
from flask import Flask, current_app, request
from markupsafe import Markup

from quizapp.accounts.codes import spaced_code


def init_codes(app: Flask) -> None:
    """Give templates QR pictures and codes as they are read."""
    app.add_template_global(qr_picture)
    app.add_template_global(is_for_this_machine_only)
    app.add_template_filter(spaced_code)
    app.add_template_filter(bare_address)


def card_key() -> bytes:
    """Return the key from which the codes of sign-in cards are derived: this installation's, and for nothing else."""
    secret = current_app.secret_key or b""
    return hashlib.sha256(b"sign-in cards:" + (secret.encode() if isinstance(secret, str) else secret)).digest()


def qr_picture(address: str, label: str) -> Markup:
    """Return an address as a QR code that a page can hold: a drawing without a style of its own."""
    drawn = segno.make(address, micro=False, error="m").svg_inline(border=2, omitsize=True, svgclass="qr-code")
    return Markup(drawn.replace("<svg ", '<svg role="img" aria-label="{}" ', 1)).format(label)  # noqa: S704 - nothing but paths


def is_for_this_machine_only() -> bool:
    """Whether the page's own address leads nobody else here, so that printing it would be in vain."""
    host = urlsplit(request.host_url).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def bare_address(address: str) -> str:
    """Return an address as somebody types it: browsers put what stands before it themselves."""
    return address.removeprefix("http://").removeprefix("https://")
