import pytest

from quizapp.core.reading.document import ReadDocument, read_document
from quizapp.core.reading.errors import EmptyDocument

PAGE = """<!doctype html><html><head><title>The Rhine - Encyclopedia</title><style>p {color: red}</style>
<script>document.write("<p>scripted</p>")</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/rivers">Rivers</a></li></ul></nav>
<main><article><h1>The Rhine</h1>
<p>The Rhine is a river that begins in the Swiss canton of Graub&uuml;nden, in the <b>Swiss</b> Alps. It is
   1,230&nbsp;km long.<sup>[1]</sup></p>
<h2>Names</h2>
<p>The name of the Rhine derives from Gaulish Rēnos, which was adapted in Roman-era geography as Latin Rhenus.</p>
<ul><li>Alpine Rhine</li><li>Upper Rhine</li></ul>
<table><tr><th>City</th><th>People</th></tr><tr><td>Basel</td><td>170,000</td></tr></table>
<p hidden>An unseen line of text in the article itself.</p><p style="display: none">Another one.</p>
<p>In the late Middle Ages it was a vital and navigable<br>waterway.</p></article></main>
<aside><p>Buy our new atlas of rivers today, it is cheap and good.</p></aside>
<footer><p>Copyright 2024 The Encyclopedia</p></footer></body></html>"""

MAIN = """The Rhine

The Rhine is a river that begins in the Swiss canton of Graubünden, in the Swiss Alps. It is 1,230 km long.[1]

Names

The name of the Rhine derives from Gaulish Rēnos, which was adapted in Roman-era geography as Latin Rhenus.

- Alpine Rhine
- Upper Rhine

City | People
Basel | 170,000

In the late Middle Ages it was a vital and navigable
waterway."""


def read(page: str | bytes) -> ReadDocument:
    return read_document(page if isinstance(page, bytes) else page.encode(), "page.html")


def dropped(document: ReadDocument) -> list[str]:
    return [document.text[drop.start : drop.end] for drop in document.drops]


def test_the_main_text_is_kept_and_the_rest_of_the_page_dropped_but_restorable() -> None:
    document = read(PAGE)
    assert dropped(document) == [
        "- Home",
        "- Rivers",
        "Buy our new atlas of rivers today, it is cheap and good.",
        "Copyright 2024 The Encyclopedia",
    ]
    assert {drop.reason for drop in document.drops} == {"outside the page's main text"}
    assert MAIN in document.text
    assert "unseen" not in document.text
    assert "scripted" not in document.text
    assert document.title == "The Rhine"
    assert document.reader.startswith("trafilatura ")


def test_passages_are_of_the_main_text_only() -> None:
    document = read(PAGE)
    held = [document.text[passage.start : passage.end] for passage in document.passages]
    assert held[0] == "The Rhine"
    assert held[1].startswith("The Rhine is a river")
    assert held[-1] == "waterway."
    assert "Alpine Rhine" in held


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="windows-1252">', "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r"),
    ],
)
def test_the_encoding_the_page_names_is_used(head: str, encoding: str) -> None:
    word = "größer" if encoding == "cp1252" else "Загранка"
    page = f"<html><head>{head}</head><body><p>{word}</p></body></html>".encode(encoding)
    assert read(page).text == word


def test_an_encoding_the_bytes_do_not_fit_is_not_believed() -> None:
    assert read('<html><meta charset="iso-8859-1"><body><p>größer'.encode()).text == "größer"
    assert read('<html><meta charset="klingon"><body><p>größer'.encode()).text == "größer"


def test_a_page_nested_too_deeply_for_the_parser_keeps_all_its_text_and_says_so() -> None:
    deep = (
        "<html><body><p>Before &amp; above.</p>"
        + "<div>" * 100_000
        + "<p>Deep <b>text</b>.</p><script>x</script>"
        + "</div>" * 9
    )
    document = read(deep + "<p>After it.</p>")
    assert document.text == "Before & above.\n\nDeep text.\n\nAfter it."
    assert "nested too deeply" in document.notes[0]


@pytest.mark.parametrize(
    "page", ["<html><body></body></html>", "<html><script>var a = 'text'</script></html>", "<html>"]
)
def test_a_page_without_text_is_said(page: str) -> None:
    with pytest.raises(EmptyDocument, match="The page shows no text"):
        read(page)


def test_a_page_too_short_to_judge_keeps_everything() -> None:
    assert dropped(read("<html><body><p>The Rhine is a river.</p></body></html>")) == []


def test_lines_of_verse_and_code_stay_lines() -> None:
    assert (
        read("<html><body><pre>first line\n  second line\nthird</pre></body></html>").text
        == "first line\nsecond line\nthird"
    )


def test_unclosed_tags_entities_and_svg_scripts_do_no_harm() -> None:
    page = "<html><body><p>One &lt;b&gt; two&shy;fold&#1; three<svg><script>alert(1)</script></svg><p>four<ul><li>five"
    assert read(page).text == "One <b> twofold three\n\nfour\n\n- five"
