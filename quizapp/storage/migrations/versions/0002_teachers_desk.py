"""the teacher's desk"""

import sqlalchemy as sa
from alembic import op

import quizapp.storage.base
from quizapp.banks.searched import searched_text

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


MOMENT = quizapp.storage.base.UTCDateTime(timezone=True)
MOMENTS = (
    ("bank", "archived_at"),
    ("document", "archived_at"),
    ("question", "stale_at"),
    ("quiz", "released_at"),
)
TEXTS = (
    ("document", "file_name", ""),
    ("fact", "tier", "ready"),
    ("fact", "doubt", ""),
    ("fact", "origin", "written"),
    ("invitation", "label", ""),
    ("question", "doubt", ""),
    ("question_version", "source", ""),
    ("question_version", "searched", ""),
)


def upgrade() -> None:
    op.create_table(
        "class",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("time_zone", sa.String(), nullable=False),
        sa.Column("join_code", sa.String(), nullable=True),
        sa.Column("join_expires_at", quizapp.storage.base.UTCDateTime(timezone=True), nullable=True),
        sa.Column("created_at", quizapp.storage.base.UTCDateTime(timezone=True), nullable=False),
        sa.Column("archived_at", quizapp.storage.base.UTCDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["owner_id"], ["person.id"], name=op.f("fk_class_owner_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_class")),
        sa.UniqueConstraint("join_code", name=op.f("uq_class_join_code")),
    )
    with op.batch_alter_table("class", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_class_owner_id"), ["owner_id"], unique=False)

    op.create_table(
        "password_link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("secret_hash", sa.String(), nullable=False),
        sa.Column("made_by_id", sa.Integer(), nullable=False),
        sa.Column("created_at", quizapp.storage.base.UTCDateTime(timezone=True), nullable=False),
        sa.Column("expires_at", quizapp.storage.base.UTCDateTime(timezone=True), nullable=False),
        sa.Column("used_at", quizapp.storage.base.UTCDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["made_by_id"], ["person.id"], name=op.f("fk_password_link_made_by_id_person")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_password_link_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_password_link")),
        sa.UniqueConstraint("secret_hash", name=op.f("uq_password_link_secret_hash")),
    )
    with op.batch_alter_table("password_link", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_password_link_person_id"), ["person_id"], unique=False)

    op.create_table(
        "bank_act",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("bank_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("at", quizapp.storage.base.UTCDateTime(timezone=True), nullable=False),
        sa.Column("undone_at", quizapp.storage.base.UTCDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["bank_id"], ["bank.id"], name=op.f("fk_bank_act_bank_id_bank")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_bank_act_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bank_act")),
    )
    with op.batch_alter_table("bank_act", schema=None) as batch_op:
        batch_op.create_index("ix_bank_act_bank_person", ["bank_id", "person_id", "id"], unique=False)

    op.create_table(
        "bank_share",
        sa.Column("bank_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("may_edit", sa.Boolean(), nullable=False),
        sa.Column("shared_at", quizapp.storage.base.UTCDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["bank_id"], ["bank.id"], name=op.f("fk_bank_share_bank_id_bank")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_bank_share_person_id_person")),
        sa.PrimaryKeyConstraint("bank_id", "person_id", name=op.f("pk_bank_share")),
    )
    with op.batch_alter_table("bank_share", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_bank_share_person_id"), ["person_id"], unique=False)

    op.create_table(
        "enrolment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("class_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("joined_at", quizapp.storage.base.UTCDateTime(timezone=True), nullable=False),
        sa.Column("removed_at", quizapp.storage.base.UTCDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["class_id"], ["class.id"], name=op.f("fk_enrolment_class_id_class")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_enrolment_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enrolment")),
        sa.UniqueConstraint("class_id", "person_id", name=op.f("uq_enrolment_class_id_person_id")),
    )
    with op.batch_alter_table("enrolment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_enrolment_person_id"), ["person_id"], unique=False)

    op.create_table(
        "job",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("bank_id", sa.Integer(), nullable=True),
        sa.Column("document_id", sa.Integer(), nullable=True),
        sa.Column("input", sa.JSON(), nullable=False),
        sa.Column("result", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("message", sa.String(), nullable=False),
        sa.Column("created_at", quizapp.storage.base.UTCDateTime(timezone=True), nullable=False),
        sa.Column("beat_at", quizapp.storage.base.UTCDateTime(timezone=True), nullable=True),
        sa.Column("finished_at", quizapp.storage.base.UTCDateTime(timezone=True), nullable=True),
        sa.Column("cancel_asked_at", quizapp.storage.base.UTCDateTime(timezone=True), nullable=True),
        sa.Column("seen_at", quizapp.storage.base.UTCDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["bank_id"], ["bank.id"], name=op.f("fk_job_bank_id_bank")),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_job_document_id_document")),
        sa.ForeignKeyConstraint(["owner_id"], ["person.id"], name=op.f("fk_job_owner_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job")),
    )
    with op.batch_alter_table("job", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_job_bank_id"), ["bank_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_job_document_id"), ["document_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_job_owner_id"), ["owner_id"], unique=False)
        batch_op.create_index("ix_job_state_id", ["state", "id"], unique=False)

    op.create_table(
        "assignment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("quiz_id", sa.Integer(), nullable=False),
        sa.Column("class_id", sa.Integer(), nullable=False),
        sa.Column("feedback", sa.String(), nullable=False),
        sa.Column("opens_at", quizapp.storage.base.UTCDateTime(timezone=True), nullable=False),
        sa.Column("due_at", quizapp.storage.base.UTCDateTime(timezone=True), nullable=True),
        sa.Column("closes_at", quizapp.storage.base.UTCDateTime(timezone=True), nullable=True),
        sa.Column("released_at", quizapp.storage.base.UTCDateTime(timezone=True), nullable=True),
        sa.Column("created_at", quizapp.storage.base.UTCDateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", quizapp.storage.base.UTCDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["class_id"], ["class.id"], name=op.f("fk_assignment_class_id_class")),
        sa.ForeignKeyConstraint(["quiz_id"], ["quiz.id"], name=op.f("fk_assignment_quiz_id_quiz")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment")),
    )
    with op.batch_alter_table("assignment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_assignment_class_id"), ["class_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_assignment_quiz_id"), ["quiz_id"], unique=False)

    op.create_table(
        "question_tag",
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("tag", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["question_id"], ["question.id"], name=op.f("fk_question_tag_question_id_question")),
        sa.PrimaryKeyConstraint("question_id", "tag", name=op.f("pk_question_tag")),
    )
    with op.batch_alter_table("question_tag", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_question_tag_tag"), ["tag"], unique=False)

    op.create_table(
        "quiz_draft",
        sa.Column("quiz_id", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("feedback", sa.String(), nullable=False),
        sa.Column("open_document", sa.Boolean(), nullable=False),
        sa.Column("shuffle", sa.Boolean(), nullable=False),
        sa.Column("pick", sa.Integer(), nullable=True),
        sa.Column("time_limit_seconds", sa.Integer(), nullable=True),
        sa.Column("attempts_allowed", sa.Integer(), nullable=True),
        sa.Column("pass_percent", sa.Integer(), nullable=True),
        sa.Column("changed_at", quizapp.storage.base.UTCDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["quiz_id"], ["quiz.id"], name=op.f("fk_quiz_draft_quiz_id_quiz")),
        sa.PrimaryKeyConstraint("quiz_id", name=op.f("pk_quiz_draft")),
    )
    op.create_table(
        "quiz_draft_item",
        sa.Column("quiz_id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("version_number", sa.Integer(), nullable=False),
        sa.Column("points", quizapp.storage.base.Points(), nullable=False),
        sa.ForeignKeyConstraint(["question_id"], ["question.id"], name=op.f("fk_quiz_draft_item_question_id_question")),
        sa.ForeignKeyConstraint(["quiz_id"], ["quiz.id"], name=op.f("fk_quiz_draft_item_quiz_id_quiz")),
        sa.PrimaryKeyConstraint("quiz_id", "question_id", name=op.f("pk_quiz_draft_item")),
    )
    with op.batch_alter_table("quiz_draft_item", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_quiz_draft_item_question_id"), ["question_id"], unique=False)

    op.create_table(
        "upload",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("job_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["job_id"], ["job.id"], name=op.f("fk_upload_job_id_job")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_upload")),
    )
    with op.batch_alter_table("upload", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_upload_job_id"), ["job_id"], unique=False)

    op.create_table(
        "accommodation",
        sa.Column("assignment_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("opens_at", quizapp.storage.base.UTCDateTime(timezone=True), nullable=True),
        sa.Column("due_at", quizapp.storage.base.UTCDateTime(timezone=True), nullable=True),
        sa.Column("closes_at", quizapp.storage.base.UTCDateTime(timezone=True), nullable=True),
        sa.Column("time_percent", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assignment_id"], ["assignment.id"], name=op.f("fk_accommodation_assignment_id_assignment")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_accommodation_person_id_person")),
        sa.PrimaryKeyConstraint("assignment_id", "person_id", name=op.f("pk_accommodation")),
    )
    op.create_table(
        "upload_part",
        sa.Column("upload_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["upload_id"], ["upload.id"], name=op.f("fk_upload_part_upload_id_upload")),
        sa.PrimaryKeyConstraint("upload_id", "position", name=op.f("pk_upload_part")),
    )
    add_reference("attempt", "assignment_id", "assignment")
    add_reference("fact", "merged_into_id", "fact")
    add_reference("invitation", "made_by_id", "person")
    add_reference("question_version", "author_id", "person")
    for table, column in (("attempt", "assignment_id"), ("fact", "bank_slug")):
        if column == "bank_slug":
            add_text(table, column)
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)
    for table, column in MOMENTS:
        op.add_column(table, sa.Column(column, MOMENT, nullable=True))
    for table, column, default in TEXTS:
        add_text(table, column, default)
    for column in ("restored", "notes"):
        op.add_column("document", sa.Column(column, sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("fact", sa.Column("undo", sa.JSON(), nullable=True))
    op.add_column("quiz", sa.Column("link_secret", sa.String(), nullable=True))
    op.create_index(op.f("ix_quiz_link_secret"), "quiz", ["link_secret"], unique=True)
    op.create_index("ix_question_bank_state", "question", ["bank_id", "state"], unique=False)
    name_banks_of_facts()
    note_what_is_searched()


def add_reference(table: str, column: str, parent: str) -> None:
    # A batch operation would copy the whole table; both databases can add the column with its reference as it stands.
    name = op.f(f"fk_{table}_{column}_{parent}")
    op.execute(f"ALTER TABLE {table} ADD COLUMN {column} INTEGER CONSTRAINT {name} REFERENCES {parent} (id)")


def add_text(table: str, column: str, default: str = "") -> None:
    op.add_column(table, sa.Column(column, sa.String(), nullable=False, server_default=default))


def name_banks_of_facts() -> None:
    fact = sa.table("fact", sa.column("id", sa.Integer), sa.column("key", sa.String), sa.column("bank_slug", sa.String))
    connection = op.get_bind()
    for identity, key in connection.execute(sa.select(fact.c.id, fact.c.key)).all():
        connection.execute(fact.update().where(fact.c.id == identity).values(bank_slug=key.partition("/")[0]))


def note_what_is_searched() -> None:
    version = sa.table(
        "question_version",
        *(sa.column("id", sa.Integer), sa.column("kind", sa.String), sa.column("stem", sa.String)),
        *(sa.column("content", sa.JSON), sa.column("searched", sa.String)),
    )
    connection = op.get_bind()
    for row in connection.execute(sa.select(version.c.id, version.c.kind, version.c.stem, version.c.content)).all():
        searched = searched_text(row.kind, row.stem, row.content)
        connection.execute(version.update().where(version.c.id == row.id).values(searched=searched))


def downgrade() -> None:
    raise NotImplementedError("Going back means restoring the backup that the upgrade took.")
