"""The `quizapp` command: one file per subcommand, imported only when it is called."""

from __future__ import annotations

from importlib import import_module

import click

COMMANDS = (
    "doctor",
    "draft",
    "generate",
    "item-analysis",
    "lint",
    "load",
    "load-answers",
    "sample",
    "seed-answers",
    "serve",
    "work",
)


class _Commands(click.Group):
    """Each command is the function of its own name in the file of that name: `lint` starts without the web."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name every command there is."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the one command that is called."""
        if cmd_name not in COMMANDS:
            return None
        name = cmd_name.replace("-", "_")
        command: click.Command = getattr(import_module(f"{__name__}.{name}"), name)
        return command


@click.group(cls=_Commands)
@click.version_option(package_name="quizapp")
def main() -> None:
    """Quizzes in which every answer can be traced to the sentence it came from."""
