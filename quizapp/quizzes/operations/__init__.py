"""Changes to quizzes."""

from quizapp.quizzes.edition_details import EditionDetails, ItemDetails

from .draft import (
    add_questions,
    arrange_questions,
    begin_quiz,
    change_settings,
    exchange_question,
    put_questions,
    take_newest,
)
from .edition import freeze_edition
from .publishing import (
    archive_quiz,
    publish_quiz,
    release_results,
    renew_link,
    unarchive_quiz,
    withhold_results,
)
from .quiz import QuizDetails, archive_other_quizzes, keep_quiz
from .republishing import republish_with

__all__ = [
    "EditionDetails",
    "ItemDetails",
    "QuizDetails",
    "add_questions",
    "archive_other_quizzes",
    "archive_quiz",
    "arrange_questions",
    "begin_quiz",
    "change_settings",
    "exchange_question",
    "freeze_edition",
    "keep_quiz",
    "publish_quiz",
    "put_questions",
    "release_results",
    "renew_link",
    "republish_with",
    "take_newest",
    "unarchive_quiz",
    "withhold_results",
]
