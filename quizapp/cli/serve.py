"""`quizapp serve`: one command from nothing to pages."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from flask import Flask

from quizapp.accounts.operations import first_teacher_link
from quizapp.app import folder
from quizapp.cli import demo_class
from quizapp.cli.installation import one_clear_line, open_installation
from quizapp.cli.load import load_folders
from quizapp.cli.server import PortInUse, listen, run
from quizapp.cli.workers import WorkProcess
from quizapp.config import Settings
from quizapp.storage.transaction import transaction


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; 0.0.0.0 for the network.")
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="Port; 0 takes a free one."
)
@click.option("--data", type=click.Path(path_type=Path), help="Directory of the database and the secret key.")
@click.option("--demo", is_flag=True, help="Serve a class of thirty and its term, thrown away at the end.")
def serve(host: str, port: int, data: Path | None, demo: bool) -> None:
    """Create or upgrade the database, load the shipped banks, and serve."""
    if demo and data is not None:
        raise click.ClickException("--demo makes a directory of its own and throws it away: leave out --data.")
    with one_clear_line(), demo_directory() if demo else nullcontext(data) as directory:
        listener = listen_or_say_why(host, port)
        app, settings = open_installation(directory)
        load_folders(app, shipped_banks())
        if demo:
            fill_demo(app)
        announce(app, listener, settings)
        run(app, listener, workers=settings.workers, work=WorkProcess(settings.data))


@contextmanager
def demo_directory() -> Iterator[Path]:
    """Give a directory for one run; a database named in the environment is never filled with made-up people."""
    if os.environ.get("QUIZAPP_DATABASE_URL"):
        raise click.ClickException("--demo uses a database of its own: unset QUIZAPP_DATABASE_URL first.")
    with TemporaryDirectory(prefix="quizapp-demo-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def fill_demo(app: Flask) -> None:
    """Make the class, and say how to sign in."""
    with app.app_context(), transaction():
        demo_class.make_demo(now=datetime.now(UTC))
    click.echo("A class of thirty and its term, thrown away when this stops. Sign in as")
    for name, who in ((demo_class.TEACHER, "who teaches them"), (demo_class.PUPIL, "one of them")):
        click.echo(f"  {name}, {who}; password: {demo_class.PASSWORD}")


def listen_or_say_why(host: str, port: int) -> socket.socket:
    """Open the listening socket, or end with one line that says why that is impossible."""
    try:
        return listen(host, port)
    except PortInUse as error:
        raise click.ClickException(str(error)) from None


def shipped_banks() -> list[Path]:
    """Return the bank folders that ship with the product, by name."""
    return sorted(path.parent for path in folder("questions").glob("*/bank.yaml"))


def announce(app: Flask, listener: socket.socket, settings: Settings) -> None:
    """Print where the pages are, and how the first teacher signs up while there is none."""
    address = address_of(listener, settings)
    click.echo(f"Data: {settings.data}")
    with app.app_context(), transaction():
        secret = first_teacher_link(now=datetime.now(UTC))
    if secret:
        click.echo("No teacher yet. This link makes the first teacher's account, once; earlier links no longer work:")
        click.echo(f"  {address}/account/invitation/{secret}")
    click.echo(f"quizapp serves at {address} (stop with Ctrl+C)")


def address_of(listener: socket.socket, settings: Settings) -> str:
    """Return the address to type into a browser; listening everywhere, the one on the local network."""
    host, port = listener.getsockname()[:2]
    if host in {"0.0.0.0", "::"}:  # noqa: S104 - compared, not bound
        host = local_network_address()
    shown = f"[{host}]" if ":" in host else host
    return f"{'https' if settings.https else 'http'}://{shown}:{port}"


def local_network_address() -> str:
    """Return this machine's address on the local network; nothing is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])
