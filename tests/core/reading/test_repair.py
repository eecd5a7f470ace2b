from pathlib import Path

import pytest

from quizapp.core.reading.repair import suggested_repair


def test_letters_decoded_twice_are_offered_put_right() -> None:
    assert (
        suggested_repair("The cafÃ© in GraubÃ¼nden â€“ it wasnâ€™t open.") == "The café in Graubünden – it wasn’t open."
    )


@pytest.mark.parametrize("text", ["The café – it wasn’t open.", "“ﬁrst” &amp; ＡＢＣ…", ""])
def test_text_without_such_letters_gets_no_offer(text: str) -> None:
    assert suggested_repair(text) is None


@pytest.mark.parametrize("name", ["community-article", "sputnik"])
def test_the_shipped_documents_need_no_repair(name: str) -> None:
    assert suggested_repair((Path("questions/ussr-and-nato/documents") / f"{name}.txt").read_text("utf-8")) is None
