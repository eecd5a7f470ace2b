"""What every test may ask for: a database of its own, on SQLite and on PostgreSQL, and an application on it."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jinja2 import FileSystemBytecodeCache
from sqlalchemy import create_engine, event, text

from quizapp.app import create_app
from quizapp.config import Settings, read_settings
from quizapp.storage.database import db
from quizapp.storage.upgrade import upgrade_database
from tests.compiled_routes import compile_routes_once
from tests.postgres import PostgresServer, find_postgres, memory_disk
from tests.small_bank import load_small_bank

if memory := memory_disk():
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", memory)
compile_routes_once()

SECRET = "a secret key for tests, thirty-two"
ROOT = Path(__file__).parent.parent
LONG = {"test_access.py", "test_forged_fields.py", "test_csrf.py", "test_architecture.py", "test_serve.py"}
ON_BOTH = {ROOT / "tests" / room for room in ("storage", "attempts", "practice", "faults", "questions")}
ON_BOTH |= {ROOT / "tests" / room / "test_contention.py" for room in ("regrading", "personal", "disputes")}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let long runs be asked for."""
    parser.addoption("--cycles", type=int, default=3, help="how often the tests of faults kill the server")
    parser.addoption("--both", action="store_true", help="run every test that uses a database on both of them")


def pytest_xdist_auto_num_workers() -> int:
    """Run one worker more than there are cores: who waits for a browser or a disk leaves its core idle."""
    return (os.cpu_count() or 1) + 1


def skip_or_fail(reason: str) -> None:
    """Skip a test for want of a program; where CI runs, that is a failure."""
    if os.environ.get("CI"):
        pytest.fail(f"{reason}; CI must have it")
    pytest.skip(reason)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run each test that uses a database on both of them, unless it asks for one by a mark.

    What writes while others write is tried on both. Of the other tests each has its turn on one of them, always the
    same by its name, so that the whole suite stays short; --both runs them all on both.
    """
    if "database_url" not in metafunc.fixturenames:
        return
    names, path = ["sqlite", "postgresql"], metafunc.definition.path
    if next(metafunc.definition.iter_markers("sqlite_only"), None):
        names = names[:1]
    elif not (metafunc.config.getoption("--both") or ON_BOTH & {path, *path.parents}):
        turn = hashlib.sha256(metafunc.definition.nodeid.encode()).digest()[0] % 2
        names = [names[turn]]
    metafunc.parametrize("database_url", names, indirect=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest, so that no worker is left alone with one at the end."""
    items.sort(key=lambda item: item.path.name not in LONG)


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostgresServer | None]:
    """Run one PostgreSQL server for the session, where the machine has one."""
    binaries = find_postgres()
    if binaries is None:
        yield None
        return
    with PostgresServer(binaries) as server:
        yield server


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make one migrated SQLite file, copied for each test."""
    path = tmp_path_factory.mktemp("template") / "quizapp.sqlite3"
    migrate(f"sqlite:///{path}", path.parent)
    return path


@pytest.fixture(scope="session")
def postgres_database(postgres_server: PostgresServer | None, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Make one migrated PostgreSQL database, emptied after each test."""
    if postgres_server is None:
        skip_or_fail("PostgreSQL is not installed")
    assert postgres_server is not None
    postgres_server.execute("CREATE DATABASE quizapp")
    migrate(postgres_server.url("quizapp"), tmp_path_factory.mktemp("postgres"))
    return "quizapp"


def migrate(address: str, directory: Path) -> None:
    """Bring an empty database to the newest schema and close it."""
    app = create_app(settings_for(directory, address))
    upgrade_database(app)
    with app.app_context():
        db.engine.dispose()
    if address.startswith("sqlite"):
        # A copy of the file alone must be whole: nothing may be left in the write-ahead log.
        engine = create_engine(address)
        with engine.connect() as connection:
            connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
        engine.dispose()


def settings_for(directory: Path, address: str = "") -> Settings:
    """Return the settings of a test installation."""
    return read_settings({}, data=directory, database_url=address, secret_key=SECRET)


@pytest.fixture
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give the address of an empty database at the newest schema, the test's own."""
    if request.param == "sqlite":
        shutil.copyfile(request.getfixturevalue("sqlite_template"), tmp_path / "quizapp.sqlite3")
        yield f"sqlite:///{tmp_path / 'quizapp.sqlite3'}"
        return
    name = request.getfixturevalue("postgres_database")
    server: PostgresServer = request.getfixturevalue("postgres_server")
    yield server.url(name)
    server.empty(name)


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    """Give the settings of the test's installation."""
    return settings_for(tmp_path, database_url)


@pytest.fixture(scope="session")
def compiled_templates(tmp_path_factory: pytest.TempPathFactory) -> FileSystemBytecodeCache:
    """Keep what templates compile to, which takes longer than most requests."""
    return FileSystemBytecodeCache(str(tmp_path_factory.mktemp("templates")))


@pytest.fixture
def app(settings: Settings, compiled_templates: FileSystemBytecodeCache) -> Iterator[Flask]:
    """Give an application on an empty database; push a context only around what needs one."""
    application = create_app(settings)
    application.jinja_env.bytecode_cache = compiled_templates
    yield application
    with application.app_context():
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def loaded(app: Flask, tmp_path: Path) -> Flask:
    """Give an application with the small bank in it."""
    load_small_bank(app, tmp_path)
    return app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Give a browser without a session."""
    return app.test_client()


@pytest.fixture
def statements(app: Flask) -> Iterator[list[str]]:
    """Give the SQL statements sent from now on, begin and commit aside, so that a test can count them."""
    sent: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.startswith(("BEGIN", "SAVEPOINT", "RELEASE")):
            sent.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    yield sent
    event.remove(engine, "before_cursor_execute", note)
