"""Changes to the form itself, asked for by its buttons: rows, the kind, words picked from a document, wrong answers."""

from __future__ import annotations

from quizapp.core.kinds import KINDS, Option
from quizapp.web.teach.questions.picking import Picked
from quizapp.web.teach.questions.typed import GROUPS, MOST_ROWS, Row, TypedQuestion

WITH_OPTIONS = frozenset({"choice", "multiple"})
WITH_ACCEPTED = frozenset({"short_text", "cloze"})
WITH_VALUE = frozenset({"number", "date"})


def add_row(typed: TypedQuestion, group: str) -> str:
    """Add an empty row, and return the field to go on with."""
    if group in GROUPS and len(typed.rows[group]) < MOST_ROWS:
        typed.rows[group].append(dict.fromkeys(GROUPS[group], ""))
        return f"{group}-{len(typed.rows[group])}-{GROUPS[group][0]}"
    return ""


def remove_row(typed: TypedQuestion, group: str, number: int) -> str:
    """Take a row out, and return the field to go on with."""
    rows = typed.rows.get(group, [])
    if 1 <= number <= len(rows):
        del rows[number - 1]
    return f"{group}-{min(number, len(rows))}-{GROUPS[group][0]}" if rows else ""


def move_up(typed: TypedQuestion, group: str, number: int) -> str:
    """Put a row before the one above it, and return the field to go on with."""
    rows = typed.rows.get(group, [])
    if 2 <= number <= len(rows):
        rows[number - 2], rows[number - 1] = rows[number - 1], rows[number - 2]
        return f"{group}-{number - 1}-{GROUPS[group][0]}"
    return ""


def change_kind(typed: TypedQuestion, was: str) -> None:
    """Carry key and wrong answers over into the kind that was chosen, as far as it has a place for them."""
    if was == typed.kind or was not in KINDS:
        return
    keys, wrong = _keys(typed, was), _wrong(typed, was)
    if typed.kind in WITH_OPTIONS:
        right = keys[:1] if typed.kind == "choice" else keys
        typed.rows["option"] = [_option(text) for text in right] + [{**row, "right": ""} for row in wrong]
    elif typed.kind in WITH_ACCEPTED | WITH_VALUE:
        typed.fields["accept"], typed.fields["value"] = "\n".join(keys), keys[0] if keys else ""
        typed.rows["wrong"] = [{name: row.get(name, "") for name in GROUPS["wrong"]} for row in wrong]


def _keys(typed: TypedQuestion, was: str) -> list[str]:
    if was in WITH_OPTIONS:
        return [row["text"] for row in typed.rows["option"] if row["right"] and row["text"]]
    if was in WITH_ACCEPTED:
        return [text.strip() for text in typed.fields["accept"].split("\n") if text.strip()]
    if was in WITH_VALUE and typed.fields["value"]:
        return [f"{typed.fields['value']} {typed.fields['unit']}".strip()]
    return []


def _wrong(typed: TypedQuestion, was: str) -> list[Row]:
    rows = typed.rows["option"] if was in WITH_OPTIONS else typed.rows["wrong"]
    return [row for row in rows if row["text"] and not row.get("right")]


def _option(text: str) -> Row:
    return {**dict.fromkeys(GROUPS["option"], ""), "text": text, "right": "1"}


def put_quote(typed: TypedQuestion, target: str, picked: Picked) -> str:
    """Put picked words where they are wanted ("cite-1", "option-2", "correction"); return the field they went to."""
    if target == "correction":
        typed.fields |= {"correction-document": picked.document, "correction-quote": picked.quote}
        return "correction-quote"
    group, _, number = target.partition("-")
    rows = typed.rows.get(group)
    if rows is None or not number.isdigit() or not 1 <= int(number) <= len(rows):
        group, rows = "cite", typed.rows["cite"]
        rows.append(dict.fromkeys(GROUPS["cite"], ""))
        number = str(len(rows))
    rows[int(number) - 1] |= {"document": picked.document, "quote": picked.quote}
    return f"{group}-{number}-quote"


def targets(typed: TypedQuestion) -> list[tuple[str, str]]:
    """Return every place of the form that can cite a passage, with its name for people."""
    found = [(f"cite-{n}", "the key" if n == 1 else f"the key, passage {n}") for n in _numbers(typed, "cite")]
    if typed.kind in WITH_OPTIONS:
        found += [(f"option-{n}", _named("option", n, row)) for n, row in enumerate(typed.rows["option"], 1)]
    if typed.kind in WITH_ACCEPTED | WITH_VALUE:
        found += [(f"wrong-{n}", _named("wrong answer", n, row)) for n, row in enumerate(typed.rows["wrong"], 1)]
    if typed.kind == "true_false":
        found.append(("correction", "the correction"))
    if typed.kind == "matching":
        found += [(f"pair-{n}", f"pair {n}") for n in _numbers(typed, "pair")]
        found += [(f"extra-{n}", _named("extra", n, row)) for n, row in enumerate(typed.rows["extra"], 1)]
    if typed.kind == "ordering":
        found += [(f"item-{n}", _named("item", n, row)) for n, row in enumerate(typed.rows["item"], 1)]
    return found


def _numbers(typed: TypedQuestion, group: str) -> range:
    return range(1, len(typed.rows[group]) + 1)


def _named(what: str, number: int, row: Row) -> str:
    text = row["text"]
    return f"{what} {number}: {text[:40]}{'…' if len(text) > 40 else ''}" if text else f"{what} {number}"


def use_wrong_answer(typed: TypedQuestion, offer: Option) -> str:
    """Put a suggested wrong answer into the first empty row, or a new one; return the field it went to."""
    group = "option" if typed.kind in WITH_OPTIONS else "extra" if typed.kind == "matching" else "wrong"
    rows = typed.rows[group]
    place = next((n for n, row in enumerate(rows) if not row["text"]), len(rows))
    if place == len(rows):
        rows.append(dict.fromkeys(GROUPS[group], ""))
    cited = offer.citation
    rows[place] |= {"text": offer.text, "reason": offer.reason}
    rows[place] |= {"document": cited.document, "quote": cited.quote} if cited else {}
    return f"{group}-{place + 1}-text"
