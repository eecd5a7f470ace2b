from hashlib import sha256
from pathlib import Path

import pytest

from quizapp.core.reading.document import ReadDocument, read_document, restore
from quizapp.core.reading.passages import passages_of
from quizapp.core.reading.spans import Drop

DOCUMENTS = Path("questions/ussr-and-nato/documents")
LONG = "The river begins in the Alps and ends in the North Sea after some 1,230 kilometres."


def shown(text: str, drops: tuple[Drop, ...] = ()) -> list[tuple[str, str]]:
    return [(passage.kind, text[passage.start : passage.end]) for passage in passages_of(text, drops)]


def read(name: str) -> ReadDocument:
    return read_document((DOCUMENTS / f"{name}.txt").read_bytes(), f"{name}.txt")


def dropped(document: ReadDocument) -> list[str]:
    return [document.text[drop.start : drop.end] for drop in document.drops]


def test_a_heading_is_shown_as_one_and_a_list_as_lines() -> None:
    text = f"The Rhine\n\n{LONG} It is long.\n\nCities on it:\n\n- Basel\n- Bonn, once the capital"
    assert shown(text) == [
        ("heading", "The Rhine"),
        ("sentence", LONG),
        ("sentence", "It is long."),
        ("sentence", "Cities on it:"),
        ("line", "Basel"),
        ("line", "Bonn, once the capital"),
    ]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (f"What Happened When It Rained?\n\n{LONG}", ["heading", "sentence"]),
        (f"{LONG}\n\nWhat did the people do when it rained?\n\n{LONG}", ["sentence"] * 3),
        (f"1.1 What is a river?\n\nKINDS OF RIVERS\n\n{LONG}", ["heading", "heading", "sentence"]),
        (f"{LONG}\n\nCHAPTER IV.\n\n{LONG}", ["sentence", "heading", "sentence"]),
        (f"{LONG}\nHistory\n{LONG}", ["sentence", "heading", "sentence"]),
        (f"{LONG}\nHistory", ["sentence", "line"]),
        (f"Signed by:\nErnest Bevin, of London\n{LONG}", ["sentence", "line", "sentence"]),
        (f"{LONG}\nBasel\nBonn\nCologne\n{LONG}", ["sentence", "line", "line", "line", "sentence"]),
        (f"City | People\nBasel | 170,000\n{LONG}", ["line", "line", "sentence"]),
        (f"{LONG}\n1. Basel lies on it.\n2. Bonn lies on it.", ["sentence"] * 3),
        (f"{LONG} And then it", ["sentence", "line"]),
    ],
)
def test_kinds_of_passages(text: str, kinds: list[str]) -> None:
    assert [kind for kind, _ in shown(text)] == kinds


def test_numbers_and_bullets_of_a_list_are_not_in_the_passage_but_years_are() -> None:
    assert shown("1. Basel lies on it.\n• Bonn lies on it.\n1949. It began.")[:2] == [
        ("sentence", "Basel lies on it."),
        ("sentence", "Bonn lies on it."),
    ]
    assert shown("1949. It began.")[0] == ("sentence", "1949.")


def test_paragraphs_count_lines_with_text_and_do_not_move_when_something_is_dropped() -> None:
    text = f"{LONG}\n\nShare\n{LONG}"
    at = text.index("Share")
    assert [passage.paragraph for passage in passages_of(text, ())] == [0, 1, 2]
    assert [passage.paragraph for passage in passages_of(text, [Drop(at, at + 5, "x")])] == [0, 2]


def test_no_passage_lies_in_a_dropped_span_even_in_part() -> None:
    text = f"{LONG} It is long."
    assert shown(text, (Drop(4, 9, "x"),)) == [("sentence", "It is long.")]
    assert shown(text, (Drop(0, 5, "x"), Drop(3, len(text), "y"))) == []


def test_the_community_article_loses_its_two_counters_and_nothing_else() -> None:
    document = read("community-article")
    assert dropped(document) == ["0", "53"]
    kinds = [passage.kind for passage in document.passages]
    assert kinds == ["sentence"] * 7 + ["line"] * 9 + ["sentence"] * 11


def test_sputnik_loses_all_its_furniture_and_nothing_else() -> None:
    document = read("sputnik")
    assert [(drop.reason, document.text[drop.start : drop.end][:34]) for drop in document.drops] == [
        ("image credit", "- Sputnik International, 1920"),
        ("promotion", "When a picture is worth a thousand"),
        ("call to action", "Check out Sputnik's infographic."),
        ("call to action", "Find out in our infographic:"),
        ("comment prompt", "To participate in the discussion"),
        ("sign-in prompt", "log in or register"),
        ("another script than the document's", "Заголовок открываемого материала"),
    ]
    assert [passage.kind for passage in document.passages] == ["heading"] + ["sentence"] * 16


@pytest.mark.parametrize("name", ["community-article", "sputnik"])
def test_every_character_is_in_a_passage_or_dropped_or_blank(name: str) -> None:
    document = read(name)
    held = {n for span in (*document.passages, *document.drops) for n in range(span.start, span.end)}
    assert all(char.isspace() for n, char in enumerate(document.text) if n not in held)


def test_restoring_a_span_brings_its_passages_back_and_moves_nothing() -> None:
    document = read("sputnik")
    call = next(drop for drop in document.drops if drop.reason == "call to action")
    restored = restore(document, call)
    assert restored.text == document.text
    assert restored.content_hash == document.content_hash
    assert set(restored.passages) - set(document.passages) == {
        passage for passage in restored.passages if (passage.start, passage.end) == (call.start, call.end)
    }
    assert len(restored.passages) == len(document.passages) + 1


def test_the_same_bytes_give_the_same_document() -> None:
    assert read("sputnik") == read("sputnik")
    assert read("sputnik").content_hash == sha256(read("sputnik").text.encode()).hexdigest()
