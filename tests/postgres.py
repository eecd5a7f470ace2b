"""A throw-away PostgreSQL server for the tests, run as another user where the tests run as root."""

from __future__ import annotations

import glob
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType

import psycopg
from psycopg.sql import SQL, Identifier

FIRST_ROW = SQL("SELECT 1 FROM {} LIMIT 1")
USED_SEQUENCES = "SELECT sequencename FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL"
ROOM_BYTES = 2**30
NOT_DURABLE = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off"


def memory_disk() -> str | None:
    """Return a roomy disk in memory, where waiting for a commit costs nothing, or None where there is none."""
    path = "/dev/shm"
    roomy = os.access(path, os.W_OK) and shutil.disk_usage(path).free > ROOM_BYTES
    return path if roomy else None


def find_postgres() -> Path | None:
    """Return the folder of PostgreSQL's programs, or None where there is none."""
    on_path = shutil.which("pg_ctl")
    if on_path:
        return Path(on_path).parent
    found = sorted(glob.glob("/usr/lib/postgresql/*/bin/pg_ctl"))
    return Path(found[-1]).parent if found else None


class PostgresServer:
    """A server in a temporary folder, without durability, gone when the block ends."""

    def __init__(self, binaries: Path) -> None:
        self.binaries = binaries
        self.folder = Path(tempfile.mkdtemp(prefix="quizapp-pg-", dir=memory_disk()))
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]

    def __enter__(self) -> PostgresServer:
        data = str(self.folder / "data")
        owner = self._owner()
        if owner:
            os.chown(self.folder, owner["user"], owner["group"])
        self._run("initdb", "-D", data, "-U", "quiz", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        options = f"-p {self.port} -k {self.folder} -h 127.0.0.1 -c max_connections=60 {NOT_DURABLE}"
        self._run("pg_ctl", "-D", data, "-w", "-l", str(self.folder / "log"), "-o", options, "start")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-w", "-m", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def url(self, database: str) -> str:
        """Return the SQLAlchemy address of a database of this server."""
        return f"postgresql+psycopg://quiz@127.0.0.1:{self.port}/{database}"

    def execute(self, statement: str) -> None:
        """Run one statement outside a transaction."""
        with psycopg.connect(self._address("postgres"), autocommit=True) as connection:
            connection.execute(statement.encode())

    def _address(self, database: str) -> str:
        return f"postgresql://quiz@127.0.0.1:{self.port}/{database}"

    def empty(self, database: str) -> None:
        """Take every row out of a database but the schema's own revision; whoever is still connected is cut off."""
        others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
        tables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version'"
        with psycopg.connect(self._address("postgres"), autocommit=True) as connection:
            connection.execute(others, [database])
        with psycopg.connect(self._address(database), autocommit=True) as connection:
            names = [Identifier(row[0]) for row in connection.execute(tables)]
            filled = [name for name in names if connection.execute(FIRST_ROW.format(name)).fetchone()]
            # To truncate means new files for every table and index; a test leaves a few rows, and those go faster.
            connection.execute("SET session_replication_role = replica")
            for name in filled:
                connection.execute(SQL("DELETE FROM {}").format(name))
            for row in connection.execute(USED_SEQUENCES).fetchall():
                connection.execute(SQL("ALTER SEQUENCE {} RESTART").format(Identifier(row[0])))

    def _run(self, program: str, *arguments: str) -> None:
        subprocess.run(
            [self.binaries / program, *arguments],
            check=True,
            cwd=self.folder,
            stdout=subprocess.DEVNULL,
            **self._owner(),
        )

    @staticmethod
    def _owner() -> dict[str, object]:
        # PostgreSQL refuses to run as root.
        if os.geteuid() != 0:
            return {}
        names = {entry.pw_name: entry for entry in pwd.getpwall()}
        person = names.get("postgres") or names["nobody"]
        return {"user": person.pw_uid, "group": person.pw_gid, "extra_groups": []}
