from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.kinds import Choice, Matching, Multiple, Option, Ordering, Pair, ShortText, TrueFalse
from quizapp.core.kinds.ordering import OrderedItem
from quizapp.core.statistics.advice import Use, advice
from quizapp.core.statistics.chance import chance
from quizapp.core.statistics.items import ItemFigures, ItemSums, interval, item_figures
from quizapp.core.statistics.reliability import reliability


def sums_of(xs: list[float], rs: list[float]) -> ItemSums:
    together = sum(x * r for x, r in zip(xs, rs, strict=True))
    in_order = sum(x * r for x, r in zip(sorted(xs), sorted(rs), strict=True))
    squares = sum(x * x for x in xs), sum(r * r for r in rs)
    return ItemSums(len(xs), 1.0, sum(xs), squares[0], sum(rs), squares[1], together, in_order)


def test_moodles_worked_shape() -> None:
    """Right for the upper half, wrong for the lower: as telling as these marks allow."""
    figures = item_figures(sums_of([0, 0, 1, 1], [1, 2, 3, 4]))
    assert figures.facility == 0.5
    assert figures.discrimination is not None
    assert round(figures.discrimination, 4) == 0.8944
    assert figures.efficiency == 1.0


def test_what_is_undefined_is_none() -> None:
    everybody = item_figures(sums_of([1, 1, 1], [1, 2, 3]))
    assert (everybody.facility, everybody.discrimination, everybody.efficiency) == (1.0, None, None)
    alone = item_figures(sums_of([1], [2]))
    assert (alone.n, alone.discrimination, alone.efficiency) == (1, None, None)
    nobody = item_figures(ItemSums(0, 1.0, 0, 0, 0, 0, 0, 0))
    assert (nobody.facility, nobody.low, nobody.high) == (None, None, None)
    assert reliability([1.0], 2.0, 30) is None
    assert reliability([1.0, 1.0], 0.0, 30) is None


def test_wilsons_interval() -> None:
    low, high = interval(81 / 263, 263)  # the worked example of Newcombe, 1998
    assert (round(low, 4), round(high, 4)) == (0.2553, 0.3662)
    low, high = interval(0.0, 20)
    assert (round(low, 4), round(high, 4)) == (0.0, 0.1611)
    assert round(interval(1.0, 20)[0], 4) == 0.8389


@given(st.lists(st.tuples(st.sampled_from([0.0, 0.5, 1.0]), st.floats(0, 20)), min_size=2, max_size=40))
def test_figures_stay_within_their_bounds(rows: list[tuple[float, float]]) -> None:
    figures = item_figures(sums_of([x for x, _ in rows], [r for _, r in rows]))
    assert figures.facility is not None
    assert figures.low is not None
    assert figures.high is not None
    assert 0 <= figures.low <= figures.facility + 1e-9
    assert figures.facility - 1e-9 <= figures.high <= 1
    for value in (figures.discrimination, figures.efficiency):
        assert value is None or -1 <= value <= 1


def test_chance() -> None:
    options = (Option("a", right=True), Option("b"), Option("c"))
    assert chance(Choice(options)) == 1 / 3
    assert chance(TrueFalse(key=True)) == 0.5
    assert chance(ShortText(("a",))) == 0.0
    assert chance(Matching((Pair("a", "1"), Pair("b", "2")))) == 0.5
    assert chance(Ordering((OrderedItem("a"), OrderedItem("b"), OrderedItem("c")))) == 0.5
    # Of the eight ways to tick: the key alone earns 1, and nothing else earns anything.
    assert chance(Multiple(options)) == 1 / 8


def figures(n: int, facility: float, discrimination: float | None) -> ItemFigures:
    low, high = interval(facility, n)
    return ItemFigures(n, facility, low, high, discrimination, None, rest_mean=5.0, rest_deviation=2.0)


def test_advice() -> None:
    uses = (Use("key", True, 10, 0.4), Use("rival", False, 25, 0.6), Use("dead", False, 1, 0.1))
    said = advice(figures(36, 0.28, -0.3), uses, chance=1 / 3)
    assert said[0].is_urgent
    assert said[0].text == "Those who did well prefer “rival” to the key: check the key."
    hints = advice(figures(29, 0.28, -0.3), uses, chance=1 / 3)
    assert [one.is_hint for one in hints] == [True]
    typed = advice(figures(36, 0.28, -0.3), [replace(use, is_option=False) for use in uses], chance=0.0)
    assert "let the key take it" in typed[0].text
    assert not any("dead" in one.text for one in typed)
    dead = (Use("key", True, 22, 0.6), Use("b", False, 14, 0.3), Use("dead", False, 0, None))
    assert "“dead”" in advice(figures(36, 0.6, 0.4), dead, chance=1 / 3)[0].text
    assert advice(figures(36, 0.55, 0.4), (Use("key", True, 20, 0.6), Use("b", False, 16, 0.3)), chance=0.5) == ()
    common = (Use("key", True, 60, 0.8), Use("b", False, 240, 0.4))
    assert [one.is_urgent for one in advice(figures(300, 0.2, 0.5), common, chance=0.5)] == [False]
    assert "guessing" in advice(figures(36, 0.3, 0.4), (), chance=1 / 3)[0].text


def test_whose_key_is_in_doubt_is_not_called_hard() -> None:
    """Nobody should teach a passage again because the key of its question is wrong."""
    uses = (Use("key", True, 10, 0.4), Use("rival", False, 25, 0.6), Use("c", False, 5, 0.5))
    for chance_of, facility in ((1 / 3, 0.3), (0.0, 0.25), (1 / 3, 0.28)):
        for known in (uses, ()):  # against a rival, and by its discrimination alone
            said = advice(figures(40, facility, -0.6), known, chance=chance_of)
            assert said[0].is_urgent
            assert not any("each the passage again" in one.text for one in said)
