from __future__ import annotations

import json
from random import Random

import yaml
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.kinds import (
    KINDS,
    Arranged,
    Chosen,
    Content,
    Judged,
    Matched,
    Response,
    Ticked,
    Typed,
    content_data,
    content_from,
    draw_order,
    response_data,
    response_from,
)
from tests.core.kinds.contents import contents

places = st.integers(0, 20)
responses = st.one_of(
    st.builds(Chosen, places),
    st.builds(Ticked, st.frozensets(places)),
    st.builds(Judged, st.booleans()),
    st.builds(Typed, st.text()),
    st.builds(Matched, st.lists(st.none() | places).map(tuple)),
    st.builds(Arranged, st.permutations(range(5)).map(tuple)),
)


@given(contents)
def test_content_comes_back_from_its_data_and_from_json_and_yaml(content: Content) -> None:
    data = content_data(content)
    assert content_from(content.kind, data) == content
    assert content_from(content.kind, json.loads(json.dumps(data))) == content
    assert content_from(content.kind, yaml.safe_load(yaml.safe_dump(data, allow_unicode=True))) == content


@given(responses)
def test_a_response_comes_back_from_its_data_and_from_json(response: Response) -> None:
    kind = next(kind.name for kind in KINDS.values() if kind.response_type is type(response))
    assert response_from(kind, response_data(response)) == response
    assert response_from(kind, json.loads(json.dumps(response_data(response)))) == response


@given(contents, st.integers(0, 10**6))
def test_what_is_shown_is_a_permutation_and_the_same_for_the_same_seed(content: Content, seed: int) -> None:
    order = draw_order(content, Random(seed))
    assert sorted(order) == list(range(len(order)))
    assert order == draw_order(content, Random(seed))
    assert order != tuple(range(len(order))) or content.kind != "ordering"
