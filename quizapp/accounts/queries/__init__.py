"""Who somebody is, as the pages ask it."""

from .password_links import OpenCard, open_cards, person_of_password_link
from .sign_in import (
    Offer,
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
    "Offer",
    "OpenCard",
    "SignedIn",
    "Verified",
    "check_invitation",
    "check_password_of",
    "guest_of_link",
    "open_cards",
    "person_of_password_link",
    "signed_in",
    "verified",
    "view_of",
]
