"""What a child process of ours does first and last: it limits itself, speaks in lines of JSON, and ends at once."""

import json
import os
from collections.abc import Callable
from typing import Any, BinaryIO

MEMORY = 1024 * 1024 * 1024
_HOUR = 3600
KINDNESS = 10  # a class that is answering comes first


def answer(work: Callable[[BinaryIO], dict[str, Any]]) -> None:
    """Do the work under limits and say its outcome; what libraries print goes where errors go."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    limit_this_process()
    say(out, work(out))
    out.close()
    os._exit(0)  # what is huge is not taken apart object by object only to end


def say(out: BinaryIO, said: dict[str, Any]) -> None:
    """Say something in one line."""
    out.write(json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")
    out.flush()


def limit_this_process() -> None:
    """Memory, no files written, no core dump, a last limit on time for when nobody waits any more; others come first.

    Whoever waits for this process keeps its own priority: one that writes must not be kept from its end by a busy
    machine, for then everybody would wait for it.
    """
    if hasattr(os, "nice"):
        os.nice(KINDNESS)
    try:
        import resource
    except ImportError:  # Windows has no such limits; the parent's clock remains
        return
    limits = (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_CPU, _HOUR),
    )
    for kind, most in limits:
        try:
            resource.setrlimit(kind, (most, most))
        except (ValueError, OSError):  # a system may refuse one of them or allow less already
            continue
