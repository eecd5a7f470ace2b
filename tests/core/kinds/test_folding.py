from __future__ import annotations

import pytest

from quizapp.core.kinds.folding import fold, words_of


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  The   Treaty ", "treaty"),
        ("Łódź, Straße!", "lodz strasse"),
        ("ÆON œuvre Ørsted", "aeon oeuvre orsted"),
        ("U.S.S.R.", "ussr"),
        ("the U.S.S.R", "ussr"),
        ("J.F. Kennedy", "jf kennedy"),
        ("Stalin's note", "stalin note"),
        ("Stalin’s note", "stalin note"),
        ("O’Neill", "oneill"),
        ("the states' rights", "states rights"),
        ("Marks & Spencer", "marks and spencer"),
        ("post-war", "post war"),
        ("1,250,000 men", "1250000 men"),
        ("12 000 men", "12000 men"),
        ("3.5 men", "3.5 men"),
        ("10 %", "10 percent"),
        ("10 per cent", "10 percent"),
        ("$5 million", "5 million dollars"),
        ("€20.50", "20.50 euros"),
        ("C++", "c++"),
        ("C#", "c#"),
        ("-5 °C", "-5 degrees c"),
        ("Covid-19", "covid 19"),
        ("a treaty", "treaty"),
        ("as an observer", "as observer"),
        ("Vitamin A", "vitamin a"),
        ("the A-bomb", "abomb"),
        ("Group A streptococcus", "group a streptococcus"),
        ("the 1950's", "1950s"),
        ("The", "the"),
        ("й Ё", "и е"),
        ("किताब", "किताब"),
        ("한국", "한국"),
        ("\u202eabc\u202c\u00ad", "abc"),
        ("…", ""),
        ("", ""),
    ],
)
def test_a_text_is_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_signs_that_tell_two_names_apart_are_kept() -> None:
    assert len({fold(text) for text in ("C", "C++", "C#")}) == 3
    assert len({fold(text) for text in ("कि", "का", "क")}) == 3


def test_the_words_keep_their_articles() -> None:
    assert words_of("The end of a war") == ["the", "end", "of", "a", "war"]
