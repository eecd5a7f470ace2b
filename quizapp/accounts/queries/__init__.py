"""Who somebody is, as the pages ask it."""

from .sign_in import (
    SignedIn,
    Verified,
    check_invitation,
    check_password_of,
    guest_of_link,
    signed_in,
    verified,
    view_of,
)

__all__ = [
    "SignedIn",
    "Verified",
    "check_invitation",
    "check_password_of",
    "guest_of_link",
    "signed_in",
    "verified",
    "view_of",
]
