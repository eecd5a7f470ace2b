"""answers judged anew"""

import sqlalchemy as sa
from alembic import op

import quizapp.storage.base

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "regrade",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("from_version_id", sa.Integer(), nullable=False),
        sa.Column("to_version_id", sa.Integer(), nullable=True),
        sa.Column("policy", sa.String(), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("judged", sa.Integer(), nullable=False),
        sa.Column("unmapped", sa.Integer(), nullable=False),
        sa.Column("moved", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", quizapp.storage.base.UTCDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_regrade_by_id_person")),
        sa.ForeignKeyConstraint(
            ["from_version_id"], ["question_version.id"], name=op.f("fk_regrade_from_version_id_question_version")
        ),
        sa.ForeignKeyConstraint(["question_id"], ["question.id"], name=op.f("fk_regrade_question_id_question")),
        sa.ForeignKeyConstraint(
            ["to_version_id"], ["question_version.id"], name=op.f("fk_regrade_to_version_id_question_version")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_regrade")),
    )
    op.create_index(op.f("ix_regrade_question_id"), "regrade", ["question_id"], unique=False)
    op.create_index(op.f("ix_regrade_by_id"), "regrade", ["by_id"], unique=False)
    op.create_table(
        "remark",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("regrade_id", sa.Integer(), nullable=False),
        sa.Column("answer_id", sa.Integer(), nullable=False),
        sa.Column("points_before", quizapp.storage.base.Points(), nullable=False),
        sa.Column("verdict_before", sa.String(), nullable=False),
        sa.Column("points_after", quizapp.storage.base.Points(), nullable=False),
        sa.Column("verdict_after", sa.String(), nullable=False),
        sa.Column("seen_at", quizapp.storage.base.UTCDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["answer_id"], ["answer.id"], name=op.f("fk_remark_answer_id_answer")),
        sa.ForeignKeyConstraint(["regrade_id"], ["regrade.id"], name=op.f("fk_remark_regrade_id_regrade")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remark")),
        sa.UniqueConstraint("regrade_id", "answer_id", name=op.f("uq_remark_regrade_id_answer_id")),
    )
    op.create_index(op.f("ix_remark_answer_id"), "remark", ["answer_id"], unique=False)


def downgrade() -> None:
    raise NotImplementedError("Going back means restoring the backup that the upgrade took.")
