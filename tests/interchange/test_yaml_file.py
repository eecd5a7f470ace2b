import pytest

from quizapp.core.generation.entry import Problem
from quizapp.interchange.yaml_file import YamlFile, read_yaml, write_yaml

TEXT = b"""\
date: 1949-04-04
rows:
  - {name: no, count: 12}
  - name: yes
    half: 0.5
    done: true
    gone: ~
"""


def messages(found: YamlFile) -> list[tuple[int, str]]:
    """The line and the message of each problem."""
    return [(problem.line, problem.message) for problem in found.problems]


def test_only_true_false_null_and_whole_numbers_are_more_than_text() -> None:
    found = read_yaml("facts.yaml", TEXT)
    assert found.problems == []
    assert found.data == {
        "date": "1949-04-04",
        "rows": [{"name": "no", "count": 12}, {"name": "yes", "half": "0.5", "done": True, "gone": None}],
    }


def test_every_entry_knows_its_line() -> None:
    found = read_yaml("facts.yaml", TEXT)
    assert [found.line_of(path) for path in ((), ("rows",), ("rows", 0), ("rows", 1, "half"))] == [1, 2, 3, 5]
    assert found.line_of(("rows", 1, "half", "deeper")) == 5, "the nearest entry around it"
    (problem,) = found.placed([Problem(("rows", 1, "done"), "F04", "no", "yes")])
    assert str(problem) == "facts.yaml:6: F04 no. Fix: yes"


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        (b"", 1, "the file is empty"),
        (b"- a\n", 1, "the file must hold name: value lines"),
        (b"a: 1\nb: [1\nc: 2\n", 3, "this is not YAML: did not find expected ',' or ']'"),
        (b"a: 1\nb: caf\xe9\n", 2, "the file is not UTF-8 text"),
        (b"a: 1\na: 2\n", 2, "'a' is written twice here"),
        (b"a: &x [1]\nb: *x\n", 2, "aliases (*name) are not read here"),
        (b"a: !!python/object/apply:os.system [id]\n", 1, "the tag 'tag:yaml.org,2002:python/object/apply:os.system'"),
        (b"? [a, b]\n: c\n", 1, "a name must be plain text"),
        (b'a: 1\nb: "x\\0y"\n', 2, "it holds a character that nobody can see"),
        (b'"\\e[31m": 1\n', 1, "a name must be plain text"),
    ],
)
def test_what_cannot_be_read_is_reported_with_its_line(content: bytes, line: int, message: str) -> None:
    ((found_line, found_message),) = messages(read_yaml("bank.yaml", content))
    assert found_line == line
    assert found_message.startswith(message)


def test_a_bomb_of_aliases_is_refused_at_once() -> None:
    rows = [b"a0: &a0 [x]\n"]
    rows += [b"a%d: &a%d [%s]\n" % (n, n, b", ".join([b"*a%d" % (n - 1)] * 9)) for n in range(1, 12)]
    found = read_yaml("bank.yaml", b"".join(rows))
    assert {problem.message for problem in found.problems} == {"aliases (*name) are not read here"}


@pytest.mark.parametrize("content", [b"a: " + b"[" * 1_000_000, b"- " * 1_000_000 + b"x"])
def test_bottomless_nesting_is_reported_before_it_breaks_the_program(content: bytes) -> None:
    assert messages(read_yaml("bank.yaml", content)) == [(1, "it nests deeper than 30 levels")]


@pytest.mark.parametrize(
    "text", ["1949-04-04", "true", "12", "no", "a: b", "# x", "“quoted”", "é\u00a0x", " lead", "~"]
)
def test_what_is_written_reads_the_same(text: str) -> None:
    data = {"text": text, "rows": [{"deep": [text, text]}], "number": 3, "flag": False}
    written = write_yaml(data, header="Two lines\nof header")
    assert written.startswith("# Two lines\n# of header\n")
    assert read_yaml("x.yaml", written.encode()).data == data
