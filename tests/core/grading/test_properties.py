from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.grading import all_reasons, complaint, explain_wrong, grade, impersonal
from quizapp.core.grading.folding import say_the_same
from quizapp.core.kinds import (
    Arranged,
    Choice,
    Chosen,
    Content,
    Judged,
    Matched,
    Matching,
    Multiple,
    Ordering,
    Response,
    ShortText,
    Ticked,
    TrueFalse,
    Typed,
    key_text,
)
from tests.core.kinds.contents import choices, contents, multiples, short_texts


def key_of(content: Content) -> Response:
    """The response that gives the key."""
    match content:
        case Choice():
            return Chosen(content.key)
        case Multiple():
            return Ticked(content.keys)
        case TrueFalse():
            return Judged(content.key)
        case Matching():
            return Matched(content.key())
        case Ordering():
            return Arranged(tuple(range(len(content.items))))
    return Typed(key_text(content))


@st.composite
def answered(draw: st.DrawFn) -> tuple[Content, Response]:
    """Content with any response that fits it."""
    content = draw(contents)
    response: st.SearchStrategy[Response]
    match content:
        case Choice(options=options):
            response = st.builds(Chosen, st.integers(0, len(options) - 1))
        case Multiple(options=options):
            response = st.builds(Ticked, st.frozensets(st.integers(0, len(options) - 1)))
        case TrueFalse():
            response = st.builds(Judged, st.booleans())
        case Matching():
            side = st.none() | st.integers(0, len(content.rights()) - 1)
            response = st.builds(Matched, st.tuples(*[side for _ in content.pairs]))
        case Ordering(items=items):
            response = st.builds(Arranged, st.permutations(range(len(items))).map(tuple))
        case _:
            response = st.builds(Typed, st.text(max_size=40) | st.just(key_text(content)))
    return content, draw(response)


@given(contents)
def test_the_key_is_always_worth_full_marks_and_needs_no_reasons(content: Content) -> None:
    response = key_of(content)
    assert complaint(content, response) is None
    mark = grade(content, response)
    assert (mark.points, mark.out_of, mark.verdict) == (Decimal(1), Decimal(1), "right")
    assert explain_wrong(content, response) == []


@given(answered())
def test_points_lie_between_nothing_and_one_and_agree_with_the_verdict(pair: tuple[Content, Response]) -> None:
    content, response = pair
    mark = grade(content, response)
    assert 0 <= mark.points <= mark.out_of == 1
    assert mark.points == round(mark.points, 4)
    assert (mark.verdict == "right") is (mark.points == 1)
    assert (mark.verdict == "partly") is (0 < mark.points < 1)
    assert mark == grade(content, response)


@given(answered())
def test_reasons_are_among_those_of_the_content(pair: tuple[Content, Response]) -> None:
    content, response = pair
    chosen = [why for why in explain_wrong(content, response) if why.role == "chosen"]
    assert all(why in all_reasons(content) for why in chosen)


@given(answered())
def test_without_the_words_of_the_person_an_answer_earns_the_same_and_tells_nothing(
    pair: tuple[Content, Response],
) -> None:
    content, response = pair
    bare = impersonal([content], response)
    before, after = grade(content, response), grade(content, bare)
    assert (before.verdict, before.points) == (after.verdict, after.points)
    assert impersonal([content], bare) == bare
    if not isinstance(response, Typed):
        assert bare == response


@given(choices, st.data())
def test_a_choice_is_marked_alike_in_every_order_of_its_options(content: Choice, data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(content.options))))
    turned = Choice(tuple(content.options[place] for place in order))
    marks = [grade(content, Chosen(place)).points for place in order]
    assert [grade(turned, Chosen(place)).points for place in range(len(order))] == marks
    assert sum(marks) == 1


@given(multiples, st.data())
def test_ticks_are_marked_alike_in_every_order_of_the_options(content: Multiple, data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(content.options))))
    ticked = data.draw(st.frozensets(st.sampled_from(order)))
    turned = Multiple(tuple(content.options[place] for place in order))
    there = frozenset(order.index(place) for place in ticked)
    assert grade(turned, Ticked(there)).points == grade(content, Ticked(ticked)).points


@given(short_texts, st.data())
def test_accepted_answers_pass_in_any_case_and_order_and_foreseen_wrong_ones_never(
    content: ShortText, data: st.DataObject
) -> None:
    turned = ShortText(tuple(data.draw(st.permutations(content.accept))), content.wrong, content.slip)
    for form in content.accept:
        for typed in (form, form.upper(), f"  {form}.", f"the {form}" if form[0].isalpha() else form):
            assert grade(turned, Typed(typed)).verdict == "right"
    for row in content.wrong:
        if not any(say_the_same(row.text, form) for form in content.accept):
            assert grade(turned, Typed(row.text)).verdict == "wrong"


@given(multiples)
def test_each_wrong_tick_beside_the_keys_costs_until_nothing_is_left(content: Multiple) -> None:
    wrong = sorted(set(range(len(content.options))) - content.keys)
    ticks = [content.keys | frozenset(wrong[:count]) for count in range(len(wrong) + 1)]
    points = [grade(content, Ticked(ticked)).points for ticked in ticks]
    assert all(less < more or less == more == 0 for more, less in pairwise(points))
