"""What is wrong with a bank folder, in words that name the place and the fix."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FolderProblem:
    """One mistake: file within the folder, line (0: the whole file), rule, what is wrong, what to do."""

    file: str
    line: int
    rule: str
    message: str
    fix: str

    def __str__(self) -> str:
        """Print as a compiler does, so that editors can jump to it."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.rule} {self.message}. Fix: {self.fix}"


class BrokenBank(ValueError):
    """A bank folder that cannot be used as it is; it holds every problem found, and nothing was loaded."""

    def __init__(self, problems: list[FolderProblem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems
