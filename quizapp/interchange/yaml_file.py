"""YAML read safely: plain values only, the line of every entry kept, all mistakes collected."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from quizapp.core.generation.entry import Path, Problem
from quizapp.interchange.problem import FolderProblem

LARGEST_FILE = 10 * 1024 * 1024
DEEPEST = 30
UNSHOWN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
PLAIN_TAGS = {f"tag:yaml.org,2002:{name}" for name in ("str", "int", "bool", "null", "map", "seq")}


class _PlainLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Only true, false, null and whole numbers are anything but text: dates and decimals stay as written."""

    yaml_implicit_resolvers: dict[str, list[Any]] = {}  # noqa: RUF012 (PyYAML's own manner)


_PlainLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
_PlainLoader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:~|null|)$"), ["~", "n", ""])
_PlainLoader.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(r"^-?(?:0|[1-9][0-9]{0,17})$"), list("-0123456789")
)


@dataclass(slots=True)
class YamlFile:
    """The plain values of one file, the line of each, and what is wrong with it."""

    name: str
    data: Mapping[str, Any] = field(default_factory=dict)
    lines: dict[Path, int] = field(default_factory=dict)
    problems: list[FolderProblem] = field(default_factory=list)

    def line_of(self, path: Path) -> int:
        """The line of an entry, or of the nearest entry around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def placed(self, problems: list[Problem]) -> list[FolderProblem]:
        """Problems of written data with the line they stand on."""
        return [FolderProblem(self.name, self.line_of(row.path), row.rule, row.message, row.fix) for row in problems]

    def report(self, line: int, rule: str, message: str, fix: str) -> None:
        """Keep one problem of the file."""
        self.problems.append(FolderProblem(self.name, line, rule, message, fix))


def read_yaml(name: str, content: bytes) -> YamlFile:
    """Read one YAML file whose top is a mapping; check `problems` before using `data`."""
    found = YamlFile(name)
    node = _compose(found, content)
    if node is None:
        return found
    if not isinstance(node, yaml.MappingNode):
        found.report(node.start_mark.line + 1, "F04", "the file must hold name: value lines", "Start with a name.")
        return found
    found.data = _Builder(found).value(node, ())
    return found


def _compose(found: YamlFile, content: bytes) -> yaml.Node | None:
    try:
        text = content.decode("utf-8-sig")
        node = None if _report_shape(found, text) else _PlainLoader(text).get_single_node()
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        found.report(line, "F02", "the file is not UTF-8 text", "Save it as UTF-8.")
        return None
    except yaml.YAMLError as error:
        _report_syntax(found, error)
        return None
    if node is None and not found.problems:
        found.report(1, "F02", "the file is empty", "Write its content.")
    return node


def _report_shape(found: YamlFile, text: str) -> bool:
    """Refuse aliases and bottomless nesting before anything is built of them."""
    depth = 0
    for event in yaml.parse(text, Loader=_PlainLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent):
            found.report(line, "F02", "aliases (*name) are not read here", "Write the value out again.")
        if depth > DEEPEST:
            found.report(line, "F02", f"it nests deeper than {DEEPEST} levels", "Write it flatter.")
            return True
    return bool(found.problems)


def _report_syntax(found: YamlFile, error: yaml.YAMLError) -> None:
    mark = getattr(error, "problem_mark", None)
    what = getattr(error, "problem", None) or "it holds a character that is not allowed"
    fix = "Mend the line: indent with spaces, and quote text that holds ': ' or '#' or starts with a sign."
    found.report(mark.line + 1 if mark else 1, "F02", f"this is not YAML: {what}", fix)


class _Builder:
    """Turns nodes into plain values and notes the line of each."""

    def __init__(self, found: YamlFile) -> None:
        self.found = found

    def value(self, node: yaml.Node, path: Path) -> Any:
        line = node.start_mark.line + 1
        self.found.lines.setdefault(path, line)
        if node.tag not in PLAIN_TAGS:
            self.found.report(line, "F02", f"the tag '{node.tag}' is not read here", "Remove the tag.")
            return None
        if isinstance(node, yaml.ScalarNode) and UNSHOWN.search(node.value):
            self.found.report(line, "F02", "it holds a character that nobody can see", "Write the text without it.")
            return None
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, (*path, index)) for index, child in enumerate(node.value)]
        return _scalar(node)

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key, child in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode) or UNSHOWN.search(key.value):
                self.found.report(line, "F02", "a name must be plain text", "Write name: value.")
                continue
            if key.value in values:
                self.found.report(line, "F02", f"'{key.value}' is written twice here", "Keep one of the two.")
                continue
            self.found.lines[(*path, key.value)] = line
            values[key.value] = self.value(child, (*path, key.value))
        return values


def _scalar(node: yaml.Node) -> Any:
    sort = node.tag.rsplit(":", 1)[-1]
    if sort == "int":
        return int(node.value)
    return {"null": None, "bool": node.value == "true"}.get(sort, node.value)


class _PlainDumper(yaml.SafeDumper):
    """Block style throughout, lists indented under their name."""

    def ignore_aliases(self, data: Any) -> bool:
        """Write every value out."""
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Indent lists, so that entries stand out."""
        super().increase_indent(flow, False)


def write_yaml(data: Mapping[str, Any], *, header: str = "") -> str:
    """Write plain values, the same text for the same values on every machine."""
    body = yaml.dump(data, Dumper=_PlainDumper, sort_keys=False, allow_unicode=True, width=110)
    return "".join(f"# {line}\n" for line in header.splitlines()) + body
