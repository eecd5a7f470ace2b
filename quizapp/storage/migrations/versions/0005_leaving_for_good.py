"""people who leave for good, and what a learner was sure of and did not know"""

import sqlalchemy as sa
from alembic import op

import quizapp.storage.base

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    moment = quizapp.storage.base.UTCDateTime(timezone=True)
    op.add_column("person", sa.Column("erased_at", moment, nullable=True))
    op.add_column("memory", sa.Column("misjudged", sa.Boolean(), nullable=False, server_default=sa.false()))
    # Whom a used invitation was meant for is nobody's business any more.
    op.execute("UPDATE invitation SET label = '' WHERE used_at IS NOT NULL")


def downgrade() -> None:
    raise NotImplementedError("Going back means restoring the backup that the upgrade took.")
