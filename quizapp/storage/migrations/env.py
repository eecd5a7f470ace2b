"""How Alembic runs: inside one transaction, with SQLite's foreign keys checked after instead of during."""

from alembic import context
from sqlalchemy import Connection

from quizapp.storage.database import db


def run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=db.metadata,
        render_as_batch=True,
        transactional_ddl=True,
        compare_type=True,
        user_module_prefix="quizapp.storage.base.",
    )
    with context.begin_transaction():
        context.run_migrations()
        refuse_orphans(connection)


def refuse_orphans(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if orphans:
        raise RuntimeError(f"the migration would leave rows without their parents: {orphans[:5]}")


def switch_foreign_keys(connection: Connection, *, on: bool) -> None:
    # Batch migrations copy a table and drop the old one, which would delete its children; SQLite ignores
    # this pragma inside a transaction, so it is said on the driver's connection before one begins.
    if connection.dialect.name == "sqlite":
        driver = connection.connection.dbapi_connection
        assert driver is not None
        driver.execute(f"PRAGMA foreign_keys={'ON' if on else 'OFF'}")


with db.engine.connect().execution_options(immediate=True) as connection:
    switch_foreign_keys(connection, on=False)
    try:
        run(connection)
    finally:
        switch_foreign_keys(connection, on=True)
