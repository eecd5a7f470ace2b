"""questions that a teacher looked at and lets stand"""

import sqlalchemy as sa
from alembic import op

import quizapp.storage.base

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "flag_seen",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("was_hint", sa.Boolean(), nullable=False),
        sa.Column("at", quizapp.storage.base.UTCDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_flag_seen_person_id_person")),
        sa.ForeignKeyConstraint(
            ["version_id"], ["question_version.id"], name=op.f("fk_flag_seen_version_id_question_version")
        ),
        sa.PrimaryKeyConstraint("person_id", "version_id", name=op.f("pk_flag_seen")),
    )
    op.create_index(op.f("ix_flag_seen_version_id"), "flag_seen", ["version_id"], unique=False)


def downgrade() -> None:
    raise NotImplementedError("Going back means restoring the backup that the upgrade took.")
