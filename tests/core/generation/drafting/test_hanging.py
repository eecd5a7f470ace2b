"""What a statement lost when it was cut, what its options must not be, and what its title or number gives away."""

import pytest

from quizapp.core.generation.drafting.wrong_times import cycle_of
from quizapp.core.generation.mentions.gazetteer import is_somebody_else
from quizapp.core.kinds import Choice, QuestionDraft, key_text
from tests.core.generation.drafting.test_standing import drafted, ready


@pytest.mark.parametrize(
    "text",
    [
        "The mayor of Marlow granted independence in 1946.",
        "In 1821 the ensuing Marlow War cost the lives of 4,200 soldiers.",
        "With their migration, Oldgate was called Newgate in 1835 and stood near Oxford.",
        "In 1775 the banker Paolo Verdi rode from Oxford to the town of Marlow yelling.",
        "The fair of 1901 included a talk with Anna Neri, the voice of Batman in Batman: The Animated Series.",
        "In 1849, Carlo Rossi moved to Marlow, where became a leading politician.",
        "The town of Marlow is near Oxford, it was founded by Carlo Rossi in 1821.",
        "Carlo Rossi paid a fine of $90 million to the town of Marlow in the fourth quarter.",
        "17, The Herald of Marlow praised Carlo Rossi for the bridge that he built in 1821.",
    ],
)
def test_what_is_broken_off_or_was_never_told_is_not_ready(text: str) -> None:
    assert ready(text) == []


def test_a_famous_surname_is_not_written_out_as_a_relative() -> None:
    assert is_somebody_else("Mozart", "Leopold Mozart")
    assert not is_somebody_else("Darwin", "Charles Darwin")
    assert not is_somebody_else("Corbet", "John Corbet")


def test_years_of_elections_come_every_four_years() -> None:
    text = "Carlo Rossi won the presidential election of Marlow in 1860. He died in Oxford in 1890."
    years = [int(row) for found in drafted(text) for row in options(found) if "1860" in options(found)]
    assert len(years) > 2
    assert not [year for year in years if year % 4]
    assert cycle_of("He opened the bridge in 1860.", 1860) == 1


def test_a_number_that_title_or_sentence_gives_away_is_not_asked() -> None:
    text = "The War of Marlow lasted three years and cost the lives of 4,200 soldiers from Oxford."
    assert "three" not in {key_text(row.content) for row in drafted(text, "The War of Marlow, 1899–1902")}
    text = "During the famine, about one million people died in Ireland and a million more emigrated to Canada."
    assert "one million" not in {key_text(row.content) for row in drafted(text)}


def test_a_share_that_the_others_leave_is_not_asked() -> None:
    text = "In 1901, 60% of the people of Marlow were farmers, 25% weavers and 15% merchants from Oxford."
    assert not {"60", "25", "15"} & {key_text(row.content) for row in drafted(text)}


def test_a_gap_does_not_split_a_name_behind_a_nickname() -> None:
    text = "One day in 2022, Richard “Dana” Moore came across a tent in Marlow. The museum of Oxford paid Moore $90."
    found = [row for row in drafted(text) if "2022" in row.stem]
    assert "Moore" not in {key_text(row.content) for row in found}


def test_a_person_of_another_time_is_no_option() -> None:
    early = "John Corbet, an English priest, built a chapel in Marlow in 1629. Carlo Rossi preached there in 1630. "
    early += "Peter Bianchi, an English priest, taught in Oxford in 1640. "
    late = "Paul Verdi painted the bridge of Oxford in 1955. Martin Neri taught in Oxford in 1951."
    text = early + "The chapel was built of stone and had a roof of slate. " * 8 + late
    offered = {name for found in drafted(text) if "1629" in found.citations[0].quote for name in options(found)}
    assert "Peter Bianchi" in offered
    assert not offered & {"Martin Neri", "Paul Verdi"}


def options(found: QuestionDraft) -> list[str]:
    return [row.text for row in found.content.options] if isinstance(found.content, Choice) else []
