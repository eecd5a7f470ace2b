from dataclasses import replace

from quizapp.core.kinds import Choice, Citation, Cloze, Option, QuestionDraft, TrueFalse
from quizapp.quizzes.checks import Check, Held, check_quiz

STEMS = ("Which port lies on the Wend?", "Who built the old customs house?", "When did the ferry sink at last?",
         "What did the smith sell?", "How wide was the northern gate?", "Where do herons breed?")  # fmt: skip
KEYS = ("Arden", "Bertha Moss", "in the spring", "horseshoes and nails", "nine feet", "below the weir")


def held(number: int, **changes: object) -> Held:
    """A sound question of its own slot; its key is the shortest option."""
    options = (
        Option(KEYS[number], right=True),
        Option(f"{KEYS[number]} and more"),
        Option(f"not {KEYS[number]} at all"),
    )
    draft = QuestionDraft(
        id=f"fact-{number}.it.choice", kind="choice", tier="ready", fact=f"fact-{number}", slot=f"fact-{number}.it",
        stem=STEMS[number], content=Choice(options), explanation="", citations=(Citation("a", "b"),),
    )  # fmt: skip
    of_draft = {name: changes.pop(name) for name in ("kind", "stem", "content", "slot") if name in changes}
    return Held(number + 1, 100 + number, replace(draft, **of_draft), **changes)  # type: ignore[arg-type]


def found(*questions: Held, **options: object) -> dict[str, Check]:
    settings = {"pick": None, "minutes": 5, "time_limit_minutes": None, **options}
    return {check.name: check for check in check_quiz(questions, **settings)}  # type: ignore[arg-type]


def test_a_sound_quiz_gives_nothing_to_look_at() -> None:
    checks = found(*(held(number) for number in range(6)))
    assert {check.level for check in checks.values()} == {"fine"}
    assert checks["longest"].words == "The longest option is the key in 0 of 6 choices, which is no better than chance."


def test_only_what_cannot_be_published_stops() -> None:
    assert [(check.name, check.level) for check in found().values()] == [("empty", "stops")]
    checks = found(held(0, is_accepted=False), held(1, is_stale=True), held(2, is_changed=True), held(3))
    assert [(check.name, check.level, check.numbers) for check in checks.values()][:3] == [
        ("waiting", "stops", (1,)),
        ("stale", "look", (2,)),
        ("changed", "look", (3,)),
    ]
    assert checks["stale"].words.startswith("Question 2 rests on words that changed")
    assert checks["waiting"].words == "Question 1 is not accepted, or no longer."


def test_a_stem_that_gives_a_key_away_names_both_questions() -> None:
    tell = held(1, stem="Who built the old customs house of Arden, the port that lies on the Wend?")
    check = found(held(0), tell)["S29"]
    assert check.words == "The answer to question 1 can be read in question 2."
    assert check.numbers == (1, 2)


def test_questions_that_ask_nearly_the_same_name_both() -> None:
    check = found(held(0), held(1, stem=STEMS[0], content=held(0).draft.content))["E09"]
    assert (check.level, check.numbers) == ("look", (1, 2))


def test_alternatives_are_explained_and_no_fault() -> None:
    slot = held(0).draft.slot
    form = held(1, slot=slot, kind="cloze", content=Cloze(("Arden",)), stem="____ lies on it.", alternative_to=1)
    checks = found(held(0), form)
    assert checks["alternatives"].words == "Questions 1 and 2 ask for the same thing: each attempt draws one of them."
    assert "E09" not in checks
    more = held(2, slot=held(3).draft.slot, stem="____ sold them.", kind="cloze", alternative_to=4)
    words = found(held(0), form, replace(held(3), number=4), replace(more, number=5))["alternatives"].words
    assert words == "Questions 1 and 2; 4 and 5 ask for the same thing: each attempt draws one of each."


def test_too_many_statements_and_all_of_them_true() -> None:
    statements = [held(n, kind="true_false", content=TrueFalse(True)) for n in range(4)]
    more = [
        replace(one, number=one.number + 6, draft=replace(one.draft, id=f"{one.draft.id}2", slot=f"{one.draft.slot}2",
                stem=f"Tell {one.draft.stem[:-1].upper()} over there?"))
        for one in (held(number) for number in range(3))
    ]  # fmt: skip
    checks = found(*statements, held(4), held(5), *more)
    assert checks["W18"].words == "4 of 9 questions are of the kind “true or false”."
    assert checks["statements"].words == "All 4 statements are true."


def test_keys_that_are_the_longest_options() -> None:
    rest = (Option("a"), Option("b"))
    long = [held(n, content=Choice((Option(f"{KEYS[n]} with all the trimmings", right=True), *rest))) for n in range(5)]
    check = found(*long)["longest"]
    assert (check.level, check.words) == (
        "look",
        "The longest option is the key in 5 of 5 choices; by chance it would be 2.",
    )


def test_more_asked_than_there_is_and_too_little_time() -> None:
    checks = found(held(0), held(1), pick=5, minutes=9, time_limit_minutes=4)
    assert checks["pick"].advice == "Add 3 more, or ask fewer."
    assert checks["time"].words == "The quiz takes about 9 minutes, and the limit is 4."
    assert "pick" not in found(held(0), held(1), pick=2)
