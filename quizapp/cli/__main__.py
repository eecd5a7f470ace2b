"""The command as a module: `python -m quizapp.cli`, for processes that start it beside themselves."""

from quizapp.cli import main

main(prog_name="quizapp")
