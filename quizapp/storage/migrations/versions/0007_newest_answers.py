"""the newest answers to a question by their index"""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_attempt_item_version", "attempt_item", ["version_id", "id"], unique=False)
    op.drop_index(op.f("ix_attempt_item_version_id"), "attempt_item")


def downgrade() -> None:
    raise NotImplementedError("Going back means restoring the backup that the upgrade took.")
