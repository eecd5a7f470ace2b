import pytest

from quizapp.core.reading.decoding import decode
from quizapp.core.reading.errors import EmptyDocument, NotText
from quizapp.core.reading.plain_text import read_plain_text

TEXT = "Café: “über” 1949 – fin"


@pytest.mark.parametrize(
    ("data", "encoding", "guessed"),
    [
        (TEXT.encode(), "utf-8", False),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8", False),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16-le", False),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be", False),
        (b"\xff\xfe\x00\x00" + TEXT.encode("utf-32-le"), "utf-32-le", False),
        (TEXT.encode("utf-16-le"), "utf-16-le", True),
        (TEXT.encode("utf-16-be"), "utf-16-be", True),
        (TEXT.encode("cp1252"), "cp1252", True),
    ],
)
def test_text_comes_out_whatever_its_encoding(data: bytes, encoding: str, guessed: bool) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding, decoded.guessed) == (TEXT, encoding, guessed)


def test_a_guess_is_said_and_can_be_overruled() -> None:
    data = "Загранка".encode("cp1251")
    assert read_plain_text(data).notes == (
        "The file does not say its encoding: it was read as Windows-1252 (Western European).",
    )
    assert read_plain_text(data, "cp1251").text == "Загранка"
    assert read_plain_text(TEXT.encode()).notes == ()


def test_a_byte_windows_1252_does_not_know_is_read_as_latin_1() -> None:
    assert decode(b"caf\xe9 \x8d end").encoding == "latin-1"


def test_every_line_break_becomes_a_newline_and_unseen_characters_go() -> None:
    assert decode("a\r\nb\rc\u2028d\x0ce\x00f\u00adg\u200bh".encode()).text == "a\nb\nc\nd\nefgh"


def test_accents_are_composed() -> None:
    assert decode("e\u0301te\u0301".encode()).text == "été"


@pytest.mark.parametrize("data", [b"", b"  \r\n", b"\x00\x00\x00", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file_is_said(data: bytes) -> None:
    with pytest.raises(EmptyDocument, match="The file is empty"):
        decode(data)


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(NotText, match="no text that can be read"):
        decode(bytes(range(256)) * 20)


def test_an_encoding_that_does_not_fit_is_said() -> None:
    with pytest.raises(NotText, match="cannot be read as utf-8"):
        decode(b"caf\xe9", "utf-8")
    with pytest.raises(NotText, match="cannot be read as klingon"):
        decode(b"text", "klingon")
