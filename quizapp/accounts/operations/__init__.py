"""What people do with accounts; none of it commits."""

from .erase import erase_person
from .guests import NewGuest, make_guest, renew_resume_link, take_over_guest
from .invitations import (
    accept_invitation,
    first_teacher_link,
    invite_teacher,
    renew_invitation,
    withdraw_invitation,
)
from .password_links import end_password_links, make_cards, make_password_link, use_password_link
from .people import change_password, rename, sign_up
from .powers import disable, enable, make_admin, unmake_admin
from .sessions import end_all_sessions, end_session
from .tries import (
    CARD_CODES,
    JOIN_CODES,
    JOIN_CODES_OF_PERSON,
    NEW_ACCOUNTS,
    NEW_GUESTS,
    PASSWORD_CHANGES,
    Limit,
    check_tries_of,
    count_sign_in_try,
    count_tries_of,
    forgive_sign_in,
    give_back_tries_of,
    renew_hash,
)

__all__ = [
    "CARD_CODES",
    "JOIN_CODES",
    "JOIN_CODES_OF_PERSON",
    "NEW_ACCOUNTS",
    "NEW_GUESTS",
    "PASSWORD_CHANGES",
    "Limit",
    "NewGuest",
    "accept_invitation",
    "change_password",
    "check_tries_of",
    "count_sign_in_try",
    "count_tries_of",
    "disable",
    "enable",
    "end_all_sessions",
    "end_password_links",
    "end_session",
    "erase_person",
    "first_teacher_link",
    "forgive_sign_in",
    "give_back_tries_of",
    "invite_teacher",
    "make_admin",
    "make_cards",
    "make_guest",
    "make_password_link",
    "rename",
    "renew_hash",
    "renew_invitation",
    "renew_resume_link",
    "sign_up",
    "take_over_guest",
    "unmake_admin",
    "use_password_link",
    "withdraw_invitation",
]
