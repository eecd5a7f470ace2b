"""The access table: who may do what, for every route and method; what is not in it is not to be had.

A row says who may come in at all. Whose attempt, quiz or document it is, the rooms decide, and answer what somebody
may not see exactly as they answer what does not exist.
"""

from quizapp.web.access_table import (
    account,
    learn,
    public,
    teach_assignments,
    teach_banks,
    teach_classes,
    teach_desk,
    teach_disputes,
    teach_documents,
    teach_facts,
    teach_people,
    teach_questions,
    teach_quizzes,
    teach_regrades,
    teach_results,
    teach_review,
)
from quizapp.web.access_table.row import Of, Row, Who

PARTS = (
    *(public, account, learn),
    *(teach_desk, teach_documents, teach_facts, teach_review, teach_questions, teach_banks),
    *(teach_quizzes, teach_classes, teach_assignments, teach_results, teach_regrades, teach_disputes, teach_people),
)
TABLE: tuple[Row, ...] = tuple(row for part in PARTS for row in part.ROWS)

__all__ = ["TABLE", "Of", "Row", "Who"]
