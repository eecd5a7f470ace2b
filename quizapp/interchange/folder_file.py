"""Reading one file of a bank folder: a plain file, inside the folder, of a fair size."""

from __future__ import annotations

from pathlib import Path


class UnusableFile(Exception):
    """A file of a bank folder that is not read; the rule it breaks, and why in words that follow its name."""

    def __init__(self, rule: str, why: str) -> None:
        super().__init__(why)
        self.rule = rule


def read_inside(folder: Path, name: str, *, most: int) -> bytes:
    """The bytes of a file that lies in a folder, links followed; UnusableFile if it may not or cannot be read."""
    try:
        place = (folder / name).resolve()
        if not name or not place.is_relative_to(folder.resolve()):
            raise UnusableFile("F06", "leads out of the folder")
        if place.exists() and not place.is_file():  # a pipe or a device would never end
            raise UnusableFile("F01", "cannot be read: it is no file")
        with place.open("rb") as handle:
            data = handle.read(most + 1)
    except OSError as error:
        raise UnusableFile("F01", f"cannot be read: {error.strerror}") from None
    except (ValueError, RuntimeError):  # a name that no file can have, or a link that leads to itself
        raise UnusableFile("F01", "cannot be read: it leads to no file") from None
    if len(data) > most:
        raise UnusableFile("F02", f"is larger than {most // 1024**2} MB")
    return data
