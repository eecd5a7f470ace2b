"""Each route's address builder compiled once a run: the tests make thousands of applications with the same routes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from werkzeug.routing import Rule

Builder = Callable[..., tuple[str, str]]
KEPT: dict[tuple[Any, ...], Builder] = {}
compile_builder: Callable[[Rule, bool], Builder] = Rule._compile_builder


def compile_routes_once() -> None:
    """Keep what a rule compiles to; it depends on the parts of its address and its defaults alone."""
    Rule._compile_builder = kept_builder  # type: ignore[method-assign]


def kept_builder(rule: Rule, append_unknown: bool = True) -> Builder:
    """Return the builder of a rule's addresses, compiled when first asked for."""
    key = (rule.rule, append_unknown, tuple(rule._trace), repr(rule.defaults))
    if key not in KEPT:
        KEPT[key] = compile_builder(rule, append_unknown)
    return KEPT[key]
