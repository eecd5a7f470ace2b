from collections.abc import Sequence

from quizapp.core.reading.cleaning.lines import Line, script_of

_SHORT = 12
_MAIN = 0.8
_PURE = 0.9


def foreign_lines(lines: Sequence[Line]) -> dict[int, str]:
    """Find short lines in another script than nearly all of the document is written in."""
    main, share = _main_script(lines)
    if share < _MAIN:
        return {}
    return {
        n: "another script than the document's"
        for n, line in enumerate(lines)
        if line.words <= _SHORT and _is_foreign(line, main)
    }


def _is_foreign(line: Line, main: str) -> bool:
    if main == "LATIN" and line.text.isascii():
        return False
    script, share = script_of(line.text)
    return script not in {"", main} and share > _PURE


def _main_script(lines: Sequence[Line]) -> tuple[str, float]:
    counts: dict[str, float] = {}
    for line in lines:
        script, share = ("LATIN", 1.0) if line.text.isascii() else script_of(line.text)
        counts[script] = counts.get(script, 0) + len(line.text) * share
    main = max(sorted(counts), key=lambda script: counts[script], default="")
    return main, counts[main] / sum(len(line.text) for line in lines) if main else 0.0
