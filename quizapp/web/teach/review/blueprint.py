"""The blueprint that the parts of the review share."""

from __future__ import annotations

from flask import Blueprint

from quizapp.web.teach.review.deciding_words import deciding
from quizapp.web.teach.review.plain_words import plain, tell
from quizapp.web.teach.review.proof import proof_of

review = Blueprint("review", __name__, url_prefix="/banks/<int:bank_id>/review")
for words in (deciding, plain, tell, proof_of):
    review.add_app_template_global(words, words.__name__)
