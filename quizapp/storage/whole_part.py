"""The whole part of a number that is not below zero, in SQL; what is not known stays so."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Integer
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class whole_part(FunctionElement[int]):  # noqa: N801 - it reads like a function of the database
    """A number without what stands behind its point."""

    type = Integer()
    name = "whole_part"
    inherit_cache = True


@compiles(whole_part, "sqlite")
def _on_sqlite(element: whole_part, compiler: SQLCompiler, **kw: Any) -> str:
    # Its floor() would be a function in Python, called for every row.
    return f"CAST({compiler.process(element.clauses, **kw)} AS INTEGER)"


@compiles(whole_part, "postgresql")
def _on_postgresql(element: whole_part, compiler: SQLCompiler, **kw: Any) -> str:
    return f"FLOOR({compiler.process(element.clauses, **kw)})::integer"
